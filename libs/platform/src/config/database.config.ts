import { Environment } from './environment.js';

/** Where the truth is kept. */
export class DatabaseConfig {
  /** SANSHE_DATABASE_URL: the application's account; it cannot alter tables nor rewrite history. */
  readonly url: string;
  /** SANSHE_DATABASE_MIGRATION_URL: the owner's account, used by migrations alone; the application's when unset. */
  readonly migrationUrl: string;
  /** SANSHE_DATABASE_POOL: connections of one process. */
  readonly poolSize: number;

  constructor(environment: Environment = new Environment()) {
    this.url = environment.url('SANSHE_DATABASE_URL');
    this.migrationUrl = environment.url('SANSHE_DATABASE_MIGRATION_URL', this.url);
    this.poolSize = environment.integer('SANSHE_DATABASE_POOL', 24, { min: 2, max: 500 });
  }
}
