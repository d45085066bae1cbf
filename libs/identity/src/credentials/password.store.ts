import { Injectable } from '@nestjs/common';
import { IdAllocator, PasswordConfig, SystemClock } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { PasswordHasher } from '../session/password.hasher.js';
import { Credential } from './credential.entity.js';
import { WeakPasswordError } from './credential.error.js';
import { PasswordHistory } from './password-history.entity.js';
import { type PasswordOwner, PasswordRules } from './password.rules.js';

/** A password that its owner chose. */
export interface ChosenPassword {
  readonly owner: PasswordOwner & { readonly id: number };
  readonly password: string;
  /** JSON pointer of the field that carried it. */
  readonly field: string;
}

/** Writes passwords: the policy is asked first, and what was used before does not come back. */
@Injectable()
export class PasswordStore {
  constructor(
    private readonly rules: PasswordRules,
    private readonly hasher: PasswordHasher,
    private readonly config: PasswordConfig,
    private readonly ids: IdAllocator,
    private readonly clock: SystemClock,
  ) {}

  /** Refuses what breaks the policy; must run inside a transaction. */
  async set(manager: EntityManager, chosen: ChosenPassword): Promise<void> {
    const { owner, password, field } = chosen;
    const problems = this.rules.problemsOf(password, owner, field);
    if (problems.length > 0) throw new WeakPasswordError(problems);
    await this.refuseUsed(manager, chosen);
    const passwordHash = await this.hasher.hash(password);
    const now = this.clock.now();
    await manager.query('UPDATE identity_user SET password_hash = ? WHERE id = ?', [passwordHash, owner.id]);
    await manager.insert(PasswordHistory, { id: this.ids.next(), userId: owner.id, passwordHash, createdAt: now });
    await manager.upsert(Credential, { userId: owner.id, changedAt: now, mustChange: false }, ['userId']);
  }

  /** Somebody else asks the owner to choose another one at the next login. */
  async requireChange(manager: EntityManager, userId: number): Promise<void> {
    await manager.query(
      'INSERT INTO identity_credential (user_id, must_change) VALUES (?, 1) ON DUPLICATE KEY UPDATE must_change = 1',
      [userId],
    );
  }

  private async refuseUsed(manager: EntityManager, { owner, password, field }: ChosenPassword): Promise<void> {
    const { historyLength } = this.config;
    const hashes = await this.lastHashes(manager, owner.id, historyLength);
    for (const hash of hashes) {
      if (!(await this.hasher.verify(hash, password))) continue;
      const zh = `不得与当前密码或最近${historyLength}次使用过的密码相同`;
      const en = `not the present one, nor one of the last ${historyLength}`;
      throw new WeakPasswordError([{ field, rule: 'unused', zh, en }]);
    }
  }

  /** The present one counts as the newest, also when it was set before there was a history. */
  private async lastHashes(manager: EntityManager, userId: number, count: number): Promise<Set<string>> {
    const present: { hash: string }[] = await manager.query(
      'SELECT password_hash AS hash FROM identity_user WHERE id = ? FOR UPDATE',
      [userId],
    );
    const earlier = await manager.find(PasswordHistory, { where: { userId }, order: { id: 'DESC' }, take: count });
    return new Set([...present.map(({ hash }) => hash), ...earlier.map((row) => row.passwordHash)]);
  }
}
