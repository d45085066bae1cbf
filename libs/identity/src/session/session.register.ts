import { Injectable } from '@nestjs/common';
import { SystemClock } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { deviceOf } from './device.js';
import type { OpenSessionView } from './open-session.view.js';
import { LoginJournal } from './login.journal.js';
import type { Origin } from './origin.js';
import { SessionStore } from './session.store.js';
import { UnknownSessionError } from './session.error.js';

interface FamilyRow {
  readonly family: number;
  readonly openedAt: Date;
  readonly usedAt: Date;
  readonly expiresAt: Date;
  readonly ip: string;
  readonly userAgent: string;
}

/** What is written in the transaction that ends so many logins. */
export type Alongside = (manager: EntityManager, ended: number) => Promise<void>;
const nothing: Alongside = () => Promise.resolve();

/** One login is what its newest token says; it was opened when the oldest was made. */
const OPEN_SESSIONS = `
  SELECT s.family, o.created_at AS openedAt, s.created_at AS usedAt, s.expires_at AS expiresAt,
         s.ip, s.user_agent AS userAgent
  FROM identity_session s JOIN identity_session o ON o.id = s.family
  WHERE s.user_id = ? AND s.rotated_at IS NULL AND s.revoked_at IS NULL AND s.expires_at > ?
  ORDER BY s.created_at DESC, s.id DESC`;

/** 登录会话 of a user: which there are, and ending them. */
@Injectable()
export class SessionRegister {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: SessionStore,
    private readonly directory: OrganisationDirectory,
    private readonly journal: LoginJournal,
    private readonly clock: SystemClock,
  ) {}

  /** The one used last comes first; `current` is the caller's own. */
  async list(userId: number, current = 0): Promise<OpenSessionView[]> {
    const rows: FamilyRow[] = await this.dataSource.query(OPEN_SESSIONS, [userId, this.clock.now()]);
    return rows.map((row) => ({
      family: Number(row.family),
      openedAt: row.openedAt.toISOString(),
      usedAt: row.usedAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      ip: row.ip,
      ...deviceOf(row.userAgent),
      isCurrent: Number(row.family) === current,
    }));
  }

  async endOne(userId: number, family: number, origin: Origin, alongside: Alongside = nothing): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const ended = await this.store.revokeOf(manager, userId, family);
      if (ended.length === 0) throw new UnknownSessionError();
      await alongside(manager, ended.length);
    });
    await this.record(userId, origin);
  }

  /** Every one but `except`; answers how many there were. */
  async endAll(
    userId: number,
    origin: Origin,
    { except = 0, alongside = nothing }: { readonly except?: number; readonly alongside?: Alongside } = {},
  ): Promise<number> {
    const ended = await this.dataSource.transaction(async (manager) => {
      const families = await this.store.revokeUser(manager, userId, except);
      await alongside(manager, families.length);
      return families.length;
    });
    if (ended > 0) await this.record(userId, origin);
    return ended;
  }

  private async record(userId: number, origin: Origin): Promise<void> {
    await this.store.stopAccessTokens();
    await this.journal.write('revoked', this.directory.user(userId)?.login ?? '', userId, origin);
  }
}
