import { Environment } from './environment.js';

/** When guessing is stopped (登录锁定). */
export class LockoutConfig {
  /** SANSHE_LOCKOUT_FAILURES: failures of one login, from wherever, after which it is locked. */
  readonly failures: number;
  /** SANSHE_LOCKOUT_ADDRESS_FAILURES: failures from one address, of whatever login; offices share addresses. */
  readonly addressFailures: number;
  /** SANSHE_LOCKOUT_MINUTES: how long the lock holds, and how long a failure counts. */
  readonly minutes: number;

  constructor(environment: Environment = new Environment()) {
    this.failures = environment.integer('SANSHE_LOCKOUT_FAILURES', 10, { min: 1, max: 1000 });
    this.addressFailures = environment.integer('SANSHE_LOCKOUT_ADDRESS_FAILURES', 200, { min: 1, max: 100_000 });
    this.minutes = environment.integer('SANSHE_LOCKOUT_MINUTES', 15, { min: 1, max: 1440 });
  }
}
