import { Injectable } from '@nestjs/common';
import type { Caller } from '../session/caller.js';
import { SessionEndedError } from '../session/session.error.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { LoginGate } from '../session/login.gate.js';
import { LoginJournal } from '../session/login.journal.js';
import type { Origin } from '../session/origin.js';
import { PasswordHasher } from '../session/password.hasher.js';
import type { UserRecord } from '../organisations/directory.records.js';
import { WrongPasswordError } from './credential.error.js';

/** Asks a logged-in person for the password again: an open screen must not be enough to take an account over. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly directory: OrganisationDirectory,
    private readonly gate: LoginGate,
    private readonly hasher: PasswordHasher,
    private readonly journal: LoginJournal,
  ) {}

  /** Counted like a login: guessing is stopped here too. */
  async confirm(caller: Caller, password: string, origin: Origin): Promise<UserRecord> {
    const user = this.directory.user(caller.userId);
    if (!user) throw new SessionEndedError();
    await this.gate.pass(user.login, origin);
    const known = await this.gate.find(user.login);
    if (!known || !(await this.hasher.verify(known.passwordHash, password))) {
      await this.journal.write('wrong-password', user.login, user.id, origin);
      throw new WrongPasswordError();
    }
    await this.gate.letIn(user.login, origin);
    return user;
  }
}
