import { Injectable } from '@nestjs/common';
import { IdAllocator, insertAll, PasswordConfig, SystemClock } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { ResetCode } from './reset-code.entity.js';
import { SecretDigest } from './secret.digest.js';

/** Three groups are 60 bits. */
const GROUPS = 3;

export interface IssuedResetCode {
  /** Nowhere else: the database holds a digest. */
  readonly code: string;
  readonly expiresAt: Date;
}

/** Makes one-time codes (一次性重置码), and takes them. */
@Injectable()
export class ResetCodeIssuer {
  constructor(
    private readonly digest: SecretDigest,
    private readonly config: PasswordConfig,
    private readonly ids: IdAllocator,
    private readonly clock: SystemClock,
  ) {}

  /** Earlier codes of the user end. */
  async issue(manager: EntityManager, userId: number, issuedBy: number | null): Promise<IssuedResetCode> {
    await this.endAll(manager, userId);
    const code = this.digest.newCode(GROUPS);
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + this.config.resetCodeHours * 3_600_000);
    const codeHash = this.digest.of(code);
    await manager.insert(ResetCode, {
      id: this.ids.next(),
      userId,
      codeHash,
      issuedBy,
      createdAt,
      expiresAt,
      endedAt: null,
    });
    return { code, expiresAt };
  }

  /** For accounts that are new, many at a time; answers by user. */
  async issueAll(
    manager: EntityManager,
    userIds: readonly number[],
    issuedBy: number | null,
  ): Promise<Map<number, IssuedResetCode>> {
    await this.ids.ensure(userIds.length);
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + this.config.resetCodeHours * 3_600_000);
    const codes = new Map(userIds.map((userId) => [userId, this.digest.newCode(GROUPS)]));
    const rows = [...codes].map(([userId, code]) => ({
      ...{ userId, issuedBy, createdAt, expiresAt, endedAt: null },
      id: this.ids.next(),
      codeHash: this.digest.of(code),
    }));
    await insertAll(manager, ResetCode, rows);
    return new Map([...codes].map(([userId, code]) => [userId, { code, expiresAt }]));
  }

  /** True once: the row is written before anybody else can read it as good. */
  async redeem(manager: EntityManager, userId: number, code: string): Promise<boolean> {
    const now = this.clock.now();
    const { affectedRows }: { affectedRows: number } = await manager.query(
      `UPDATE identity_reset_code SET ended_at = ?
       WHERE user_id = ? AND code_hash = ? AND ended_at IS NULL AND expires_at > ?`,
      [now, userId, this.digest.of(code), now],
    );
    return affectedRows === 1;
  }

  private async endAll(manager: EntityManager, userId: number): Promise<void> {
    await manager.query('UPDATE identity_reset_code SET ended_at = ? WHERE user_id = ? AND ended_at IS NULL', [
      this.clock.now(),
      userId,
    ]);
  }
}
