import { Injectable } from '@nestjs/common';
import type { UserRecord } from '../organisations/directory.records.js';
import { CodeRequiredError, WrongCodeError } from '../second-factor/second-factor.error.js';
import { SecondFactorChecker } from '../second-factor/second-factor.checker.js';
import { LoginJournal } from './login.journal.js';
import { LoginLimiter } from './login.limiter.js';
import type { Origin } from './origin.js';
import { AccountDisabledError } from './session.error.js';
import { SessionService } from './session.service.js';
import type { Tokens } from './token.issuer.js';

/** Somebody whose first factor was right, and whose attempt has been counted. */
export interface Arrival {
  readonly user: UserRecord;
  readonly origin: Origin;
  /** Of the authenticator, or a recovery code. */
  readonly code: string | undefined;
}

/** The last steps of every way to log in: account, second factor, session, journal. */
@Injectable()
export class Entrance {
  constructor(
    private readonly factors: SecondFactorChecker,
    private readonly limiter: LoginLimiter,
    private readonly sessions: SessionService,
    private readonly journal: LoginJournal,
  ) {}

  async admit({ user, origin, code }: Arrival): Promise<Tokens> {
    if (user.status !== 'active') {
      await this.journal.write('disabled', user.login, user.id, origin);
      throw new AccountDisabledError();
    }
    await this.askSecondFactor({ user, origin, code });
    const tokens = await this.sessions.open(user, origin);
    await this.limiter.forget(user.login, origin.ip);
    await this.journal.write('succeeded', user.login, user.id, origin);
    return tokens;
  }

  private async askSecondFactor({ user, origin, code }: Arrival): Promise<void> {
    switch (await this.factors.check(user.id, code)) {
      case 'passed':
        return;
      case 'missing':
        // No failure; but guessing codes must not begin anew with every right password.
        await this.limiter.takeBack(user.login, origin.ip);
        await this.journal.write('code-asked', user.login, user.id, origin);
        throw new CodeRequiredError();
      case 'wrong':
        await this.journal.write('wrong-code', user.login, user.id, origin);
        throw new WrongCodeError();
    }
  }
}
