import { pino, type Logger } from 'pino';
import type { LogConfig } from '../config/log.config.js';
import { maskPersonalNumbers } from './personal-numbers.js';

/** Injection token of the process's logger. */
export const LOGGER = Symbol('logger');

/** JSON lines on standard output; secrets are cut out, numbers of persons masked, wherever they stand. */
export function createLogger(config: LogConfig): Logger {
  const output = pino.destination({ fd: process.stdout.fd, sync: true });
  // A full disk loses lines of the log, never the process that serves people.
  output.on('error', () => undefined);
  const options = {
    level: config.level,
    redact: ['password', '*.password', 'refreshToken', '*.refreshToken', 'authorization', 'req.headers.authorization'],
    hooks: { streamWrite: maskPersonalNumbers },
  };
  return pino(options, output);
}
