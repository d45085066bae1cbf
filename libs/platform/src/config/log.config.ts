import { Environment } from './environment.js';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What is written to standard output. */
export class LogConfig {
  /** SANSHE_LOG_LEVEL. */
  readonly level: LogLevel;

  constructor(environment: Environment = new Environment()) {
    this.level = environment.oneOf('SANSHE_LOG_LEVEL', LOG_LEVELS, 'info');
  }
}
