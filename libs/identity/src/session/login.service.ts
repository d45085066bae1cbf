import { Injectable } from '@nestjs/common';
import type { UserRecord } from '../organisations/directory.records.js';
import { Entrance } from './entrance.js';
import { LoginGate } from './login.gate.js';
import { LoginJournal } from './login.journal.js';
import type { Origin } from './origin.js';
import { PasswordHasher } from './password.hasher.js';
import { BadCredentialsError } from './session.error.js';
import type { Tokens } from './token.issuer.js';

/** What somebody types to log in. */
export interface Credentials {
  readonly login: string;
  readonly password: string;
  /** Second factor, where the account has one. */
  readonly code?: string | undefined;
}

/** Logging in with a password. */
@Injectable()
export class LoginService {
  constructor(
    private readonly gate: LoginGate,
    private readonly hasher: PasswordHasher,
    private readonly entrance: Entrance,
    private readonly journal: LoginJournal,
  ) {}

  async login({ login: typed, password, code }: Credentials, origin: Origin): Promise<Tokens> {
    const login = typed.trim();
    await this.gate.pass(login, origin);
    const user = await this.authenticate(login, password, origin);
    return this.entrance.admit({ user, origin, code });
  }

  private async authenticate(login: string, password: string, origin: Origin): Promise<UserRecord> {
    const known = await this.gate.find(login);
    if (!known) {
      await this.hasher.verifyNothing(password);
      await this.journal.write('unknown-login', login, null, origin);
      throw new BadCredentialsError();
    }
    if (!(await this.hasher.verify(known.passwordHash, password))) {
      await this.journal.write('wrong-password', login, known.user.id, origin);
      throw new BadCredentialsError();
    }
    return known.user;
  }
}
