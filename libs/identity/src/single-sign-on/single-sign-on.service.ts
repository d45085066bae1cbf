import { Injectable } from '@nestjs/common';
import { UserError } from '#libs/platform';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { CodeRequiredError, WrongCodeError } from '../second-factor/second-factor.error.js';
import { Entrance } from '../session/entrance.js';
import { LoginGate } from '../session/login.gate.js';
import { LoginJournal } from '../session/login.journal.js';
import type { Origin } from '../session/origin.js';
import type { Tokens } from '../session/token.issuer.js';
import { IssuerClient } from './issuer.client.js';
import type { SignInAttempt } from './sign-in.memory.js';
import { SignInTickets } from './sign-in.tickets.js';
import { type SignInRefusal, TicketEndedError } from './single-sign-on.error.js';

export type SignInOutcome = { readonly ticket: string } | { readonly refusal: SignInRefusal };

/** What happens between the issuer's answer and a session here: the issuer says who, the directory knows whether. */
@Injectable()
export class SingleSignOnService {
  constructor(
    private readonly issuer: IssuerClient,
    private readonly tickets: SignInTickets,
    private readonly directory: OrganisationDirectory,
    private readonly gate: LoginGate,
    private readonly entrance: Entrance,
    private readonly journal: LoginJournal,
  ) {}

  /** Nobody gets an account by signing in: the user must be there. */
  async receive(address: URL, attempt: SignInAttempt, origin: Origin): Promise<SignInOutcome> {
    const login = await this.loginOf(address, attempt);
    if (login === null) {
      await this.journal.write('sign-in-refused', '', null, origin);
      return { refusal: 'refused' };
    }
    const user = (await this.gate.find(login))?.user;
    if (user?.status === 'active') return { ticket: await this.tickets.issue(user.id) };
    await this.journal.write(user ? 'disabled' : 'unknown-login', login, user?.id ?? null, origin);
    return { refusal: user ? 'disabled' : 'unknown-user' };
  }

  /** The ticket stays good while the second factor is missing or wrong. */
  async exchange(ticket: string | null, code: string | undefined, origin: Origin): Promise<Tokens> {
    const userId = ticket === null ? null : await this.tickets.take(ticket);
    const user = userId === null ? null : this.directory.user(userId);
    if (ticket === null || !user) throw new TicketEndedError();
    try {
      await this.gate.pass(user.login, origin);
      return await this.entrance.admit({ user, origin, code });
    } catch (error) {
      if (error instanceof CodeRequiredError || error instanceof WrongCodeError) await this.tickets.giveBack(ticket);
      throw error;
    }
  }

  /** Whatever the protocol refuses (state, nonce, code, signature, issuer) is a sign-in that was not made. */
  private async loginOf(address: URL, attempt: SignInAttempt): Promise<string | null> {
    try {
      return await this.issuer.finish(address, attempt);
    } catch (error) {
      if (error instanceof UserError) throw error;
      return null;
    }
  }
}
