import { Injectable } from '@nestjs/common';
import { PasswordConfig, SystemClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import type { UserRecord } from '../organisations/directory.records.js';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import type { AccountDuty } from '../session/account-duty.js';
import { NO_PASSWORD } from './no-password.js';

interface State {
  readonly hasPassword: number;
  readonly changedAt: Date | null;
  readonly mustChange: number | boolean | null;
  readonly confirmedAt: Date | null;
}

const DAY_MS = 86_400_000;

/** What a user has to do with the account before anything else. */
@Injectable()
export class AccountDuties {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: PasswordConfig,
    private readonly clock: SystemClock,
    private readonly catalogue: RoleCatalogue,
  ) {}

  async of(user: UserRecord): Promise<readonly AccountDuty[]> {
    const [state]: (State | undefined)[] = await this.dataSource.query(
      `SELECT u.password_hash <> ? AS hasPassword, c.changed_at AS changedAt, c.must_change AS mustChange,
              f.confirmed_at AS confirmedAt
       FROM identity_user u LEFT JOIN identity_credential c ON c.user_id = u.id
       LEFT JOIN identity_second_factor f ON f.user_id = u.id WHERE u.id = ?`,
      [NO_PASSWORD, user.id],
    );
    const duties: AccountDuty[] = [];
    if (this.mustChangePassword(user, state)) duties.push('password-change');
    if (this.catalogue.needsSecondFactor(user.roles) && !state?.confirmedAt) duties.push('second-factor');
    return duties;
  }

  /** A password that somebody else chose is known to two; the demo's is known to all, and that is its purpose. */
  private mustChangePassword(user: UserRecord, state: State | undefined): boolean {
    // Who comes by single sign-on alone has none to change.
    if (!state?.hasPassword) return false;
    if (state.mustChange) return true;
    if (!state.changedAt) return !user.isDemo;
    const { maxAgeDays } = this.config;
    return maxAgeDays > 0 && this.clock.now().getTime() - state.changedAt.getTime() > maxAgeDays * DAY_MS;
  }
}
