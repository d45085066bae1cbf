import { Environment } from './environment.js';

/** What a password must be like (密码策略). */
export class PasswordConfig {
  /** SANSHE_PASSWORD_LENGTH: fewest characters. */
  readonly minLength: number;
  /** SANSHE_PASSWORD_CLASSES: how many of lower case, upper case, digits and other characters there must be. */
  readonly minClasses: number;
  /** SANSHE_PASSWORD_HISTORY: how many of the last passwords may not be used again; 0 allows all. */
  readonly historyLength: number;
  /** SANSHE_PASSWORD_DAYS: after how many days a password must be changed; 0 means never. */
  readonly maxAgeDays: number;
  /** SANSHE_RESET_CODE_HOURS: how long a one-time code for a new password is good. */
  readonly resetCodeHours: number;

  constructor(environment: Environment = new Environment()) {
    this.minLength = environment.integer('SANSHE_PASSWORD_LENGTH', 10, { min: 8, max: 64 });
    this.minClasses = environment.integer('SANSHE_PASSWORD_CLASSES', 3, { min: 1, max: 4 });
    this.historyLength = environment.integer('SANSHE_PASSWORD_HISTORY', 5, { min: 0, max: 24 });
    this.maxAgeDays = environment.integer('SANSHE_PASSWORD_DAYS', 0, { min: 0, max: 3650 });
    this.resetCodeHours = environment.integer('SANSHE_RESET_CODE_HOURS', 24, { min: 1, max: 168 });
  }
}
