import { Injectable } from '@nestjs/common';
import { SystemClock } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { UserRecord } from '../organisations/directory.records.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import type { Caller } from './caller.js';
import { LoginJournal } from './login.journal.js';
import type { Origin } from './origin.js';
import type { Session } from './session.entity.js';
import { AccountDisabledError, SessionEndedError, TokenReusedError, TokenSupersededError } from './session.error.js';
import { type RefreshToken, SessionStore } from './session.store.js';
import { TokenIssuer, type Tokens } from './token.issuer.js';

/** Two tabs, or a client whose answer was lost, may ask twice within this time without being taken for thieves. */
const SUPERSEDED_GRACE_MS = 10_000;

/** Whatever the server's default: where gaps are locked, two exchanges of one token can wait for each other. */
const NO_GAP_LOCKS = 'READ COMMITTED';

type Exchange =
  | { readonly outcome: 'exchanged'; readonly token: RefreshToken; readonly user: UserRecord }
  | { readonly outcome: 'ended' | 'superseded' }
  | { readonly outcome: 'reused'; readonly userId: number };

/** Sessions after the password was right: tokens, their exchange, and the end. */
@Injectable()
export class SessionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
    private readonly store: SessionStore,
    private readonly issuer: TokenIssuer,
    private readonly journal: LoginJournal,
    private readonly clock: SystemClock,
  ) {}

  async open(user: UserRecord, origin: Origin): Promise<Tokens> {
    const token = await this.store.issue(this.dataSource.manager, user.id, origin);
    return this.issuer.issue(user, token);
  }

  /** Exchanges a refresh token for its successor. Every token can be exchanged once. */
  async refresh(refreshToken: string, origin: Origin): Promise<Tokens> {
    // The refusal is thrown after the commit: the revocation must stay.
    const exchange = await this.dataSource.transaction(NO_GAP_LOCKS, (manager) =>
      this.exchange(manager, refreshToken, origin),
    );
    switch (exchange.outcome) {
      case 'exchanged':
        return this.issuer.issue(exchange.user, exchange.token);
      case 'ended':
        throw new SessionEndedError();
      case 'superseded':
        throw new TokenSupersededError();
      case 'reused':
        await this.store.stopAccessTokens();
        await this.journal.write('token-reused', this.loginOf(exchange.userId), exchange.userId, origin);
        throw new TokenReusedError();
    }
  }

  async close(caller: Caller, origin: Origin): Promise<void> {
    await this.store.revokeFamily(this.dataSource.manager, caller.sessionFamily);
    await this.store.stopAccessTokens();
    await this.journal.write('logged-out', this.loginOf(caller.userId), caller.userId, origin);
  }

  private async exchange(manager: EntityManager, refreshToken: string, origin: Origin): Promise<Exchange> {
    const session = await this.store.find(manager, refreshToken);
    if (!session || session.revokedAt || session.expiresAt <= this.clock.now()) return { outcome: 'ended' };
    if (session.rotatedAt) return this.exchangedBefore(manager, session, session.rotatedAt);
    const user = this.directory.user(Number(session.userId));
    if (user?.status !== 'active') throw new AccountDisabledError();
    await this.store.markRotated(manager, session.id);
    return {
      outcome: 'exchanged',
      user,
      token: await this.store.issue(manager, user.id, origin, Number(session.family)),
    };
  }

  private async exchangedBefore(manager: EntityManager, session: Session, rotatedAt: Date): Promise<Exchange> {
    if (this.clock.now().getTime() - rotatedAt.getTime() < SUPERSEDED_GRACE_MS) return { outcome: 'superseded' };
    await this.store.revokeFamily(manager, Number(session.family));
    return { outcome: 'reused', userId: Number(session.userId) };
  }

  private loginOf(userId: number): string {
    return this.directory.user(userId)?.login ?? '';
  }
}
