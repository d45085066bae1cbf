import { pino, type Logger } from 'pino';
import type { LogConfig } from '../config/log.config.js';
import { maskPersonalNumbers } from './personal-numbers.js';

/** Injection token of the process's logger. */
export const LOGGER = Symbol('logger');

/** JSON lines on standard output; secrets are cut out, numbers of persons masked, wherever they stand. */
export function createLogger(config: LogConfig): Logger {
  return pino({
    level: config.level,
    redact: ['password', '*.password', 'refreshToken', '*.refreshToken', 'authorization', 'req.headers.authorization'],
    hooks: { streamWrite: maskPersonalNumbers },
  });
}
