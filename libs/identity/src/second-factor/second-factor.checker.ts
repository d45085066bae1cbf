import { Injectable } from '@nestjs/common';
import { SecretBox, SystemClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import { SecretDigest } from '../credentials/secret.digest.js';
import { stepOf } from './authenticator.js';
import { SEAL_CONTEXT, SecondFactor } from './second-factor.entity.js';

export type CodeFinding = 'passed' | 'missing' | 'wrong';

const SIX_DIGITS = /^\d{6}$/;

/** Looks at codes; each is taken once, however many processes are asked at the same moment. */
@Injectable()
export class SecondFactorChecker {
  constructor(
    private readonly dataSource: DataSource,
    private readonly box: SecretBox,
    private readonly digest: SecretDigest,
    private readonly clock: SystemClock,
  ) {}

  /** For a login: passes those who have no second factor. */
  async check(userId: number, code: string | undefined): Promise<CodeFinding> {
    const factor = await this.confirmed(userId);
    if (!factor) return 'passed';
    const typed = code?.replaceAll(' ', '') ?? '';
    if (typed === '') return 'missing';
    const isTaken = SIX_DIGITS.test(typed) ? await this.take(factor, typed) : await this.takeRecovery(userId, typed);
    return isTaken ? 'passed' : 'wrong';
  }

  /** Takes a code of the authenticator, also of one that is just being set up. */
  async take(factor: SecondFactor, code: string): Promise<boolean> {
    const step = stepOf(this.box.open(factor.sealedSecret, SEAL_CONTEXT), code, this.clock.now());
    if (step === null) return false;
    const { affectedRows }: { affectedRows: number } = await this.dataSource.query(
      'UPDATE identity_second_factor SET last_step = ? WHERE user_id = ? AND (last_step IS NULL OR last_step < ?)',
      [step, factor.userId, step],
    );
    return affectedRows === 1;
  }

  private async confirmed(userId: number): Promise<SecondFactor | null> {
    const factor = await this.dataSource.manager.findOneBy(SecondFactor, { userId });
    return factor?.confirmedAt ? factor : null;
  }

  private async takeRecovery(userId: number, code: string): Promise<boolean> {
    const { affectedRows }: { affectedRows: number } = await this.dataSource.query(
      'UPDATE identity_recovery_code SET used_at = ? WHERE user_id = ? AND code_hash = ? AND used_at IS NULL',
      [this.clock.now(), userId, this.digest.of(code)],
    );
    return affectedRows === 1;
  }
}
