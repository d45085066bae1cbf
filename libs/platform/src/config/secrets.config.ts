import { BadSettingError } from './bad-setting.error.js';
import { Environment } from './environment.js';

/** Keys of the installation. */
export class SecretsConfig {
  /** SANSHE_TOKEN_SECRET: signs access tokens; at least 32 characters. */
  readonly tokenSecret: string;

  constructor(environment: Environment = new Environment()) {
    this.tokenSecret = environment.text('SANSHE_TOKEN_SECRET');
    if (this.tokenSecret.length < 32) throw new BadSettingError('SANSHE_TOKEN_SECRET', '≥ 32 个字符 (characters)');
  }
}
