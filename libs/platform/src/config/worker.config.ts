import { Environment } from './environment.js';

/** The process that fires deadlines and sends what left a transaction. */
export class WorkerConfig {
  /** SANSHE_WORKER_PORT: port of the worker's health page; 0 takes a free one. */
  readonly port: number;
  /** SANSHE_SWEEP_SECONDS: how often overdue timers are looked for in MySQL. */
  readonly sweepSeconds: number;
  /** SANSHE_HORIZON_DAYS: how far ahead timers are mirrored to Redis. */
  readonly horizonDays: number;
  /** SANSHE_ALARM_GRACE_MS: how long an alarm waits for commands already received. */
  readonly graceMs: number;

  constructor(environment: Environment = new Environment()) {
    this.port = environment.integer('SANSHE_WORKER_PORT', 0, { min: 0, max: 65535 });
    this.sweepSeconds = environment.integer('SANSHE_SWEEP_SECONDS', 15, { min: 1, max: 3600 });
    this.horizonDays = environment.integer('SANSHE_HORIZON_DAYS', 7, { min: 1, max: 60 });
    this.graceMs = environment.integer('SANSHE_ALARM_GRACE_MS', 250, { min: 0, max: 60_000 });
  }
}
