import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IdAllocator, SystemClock } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { Origin } from './origin.js';
import { RevokedFamilies } from './revoked.families.js';
import { Session } from './session.entity.js';

/** Lifetime of a refresh token that is not used. */
const REFRESH_TOKEN_DAYS = 14;

export interface RefreshToken {
  readonly token: string;
  readonly family: number;
  readonly expiresAt: Date;
}

/** Rows of refresh tokens. */
@Injectable()
export class SessionStore {
  constructor(
    private readonly ids: IdAllocator,
    private readonly clock: SystemClock,
    private readonly revoked: RevokedFamilies,
  ) {}

  /** A new token; without a family it founds one. */
  async issue(manager: EntityManager, userId: number, origin: Origin, family?: number): Promise<RefreshToken> {
    const token = randomBytes(32).toString('base64url');
    const id = this.ids.next();
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + REFRESH_TOKEN_DAYS * 86_400_000);
    const row = { id, userId, family: family ?? id, tokenHash: hashOf(token), createdAt, expiresAt, ...origin };
    await manager.insert(Session, { ...row, rotatedAt: null, revokedAt: null });
    return { token, family: row.family, expiresAt };
  }

  /** The row of a token, locked until the transaction ends: two exchanges of one token follow each other. */
  find(manager: EntityManager, token: string): Promise<Session | null> {
    return manager.findOne(Session, { where: { tokenHash: hashOf(token) }, lock: { mode: 'pessimistic_write' } });
  }

  async markRotated(manager: EntityManager, id: number): Promise<void> {
    await manager.update(Session, { id }, { rotatedAt: this.clock.now() });
  }

  async revokeFamily(manager: EntityManager, family: number): Promise<void> {
    await this.revoke(manager, 'family = ?', [family]);
  }

  /** Every login of a user, or every one but the given; answers which. */
  revokeUser(manager: EntityManager, userId: number, except = 0): Promise<readonly number[]> {
    return this.revoke(manager, 'user_id = ? AND family <> ?', [userId, except]);
  }

  /** One login of a user; answers nothing when it is not theirs or is over. */
  revokeOf(manager: EntityManager, userId: number, family: number): Promise<readonly number[]> {
    return this.revoke(manager, 'user_id = ? AND family = ?', [userId, family]);
  }

  private async revoke(manager: EntityManager, which: string, values: readonly number[]): Promise<readonly number[]> {
    const now = this.clock.now();
    const living: { family: number }[] = await manager.query(
      `SELECT DISTINCT family FROM identity_session WHERE ${which} AND revoked_at IS NULL AND expires_at > ?`,
      [...values, now],
    );
    await manager.query(`UPDATE identity_session SET revoked_at = ? WHERE ${which} AND revoked_at IS NULL`, [
      now,
      ...values,
    ]);
    return living.map(({ family }) => Number(family));
  }

  /** After the commit of whatever revoked: access tokens of these logins stop here at once, elsewhere within a second. */
  stopAccessTokens(): Promise<void> {
    return this.revoked.refresh();
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
