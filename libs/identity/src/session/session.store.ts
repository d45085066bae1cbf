import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IdAllocator, SystemClock } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { Origin } from './origin.js';
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
    await manager.query('UPDATE identity_session SET revoked_at = ? WHERE family = ? AND revoked_at IS NULL', [
      this.clock.now(),
      family,
    ]);
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
