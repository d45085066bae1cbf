import { Injectable } from '@nestjs/common';
import { IdAllocator } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { SecretDigest } from '../credentials/secret.digest.js';
import { RecoveryCode } from './recovery-code.entity.js';

const COUNT = 10;
/** Two groups are 40 bits: guessing is stopped long before. */
const GROUPS = 2;

/** 恢复码 for the day the phone is lost. */
@Injectable()
export class RecoveryCodes {
  constructor(
    private readonly digest: SecretDigest,
    private readonly ids: IdAllocator,
  ) {}

  /** New ones, shown once; earlier ones end. */
  async renew(manager: EntityManager, userId: number): Promise<readonly string[]> {
    await this.drop(manager, userId);
    const codes = Array.from({ length: COUNT }, () => this.digest.newCode(GROUPS));
    const rows = codes.map((code) => ({ id: this.ids.next(), userId, codeHash: this.digest.of(code), usedAt: null }));
    await manager.insert(RecoveryCode, rows);
    return codes;
  }

  async drop(manager: EntityManager, userId: number): Promise<void> {
    await manager.delete(RecoveryCode, { userId });
  }

  async left(manager: EntityManager, userId: number): Promise<number> {
    const rows: { n: number }[] = await manager.query(
      'SELECT COUNT(*) AS n FROM identity_recovery_code WHERE user_id = ? AND used_at IS NULL',
      [userId],
    );
    return Number(rows[0]?.n ?? 0);
  }
}
