import { Injectable } from '@nestjs/common';
import { IdAllocator, insertAll, SystemClock } from '#libs/platform';
import { type EntityManager, In } from 'typeorm';
import { CreditCodeTakenError, LoginTakenError } from '../administration/administration.error.js';
import { RoleRequest } from '../administration/role-request.entity.js';
import { NO_PASSWORD } from '../credentials/no-password.js';
import type { Deed } from '../operation-log/deed.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { UserNumbers } from '../personal-data/user.numbers.js';
import { User } from '../users/user.entity.js';
import type { PlannedOrganisation, PlannedUser } from './import.plan.js';

const BATCH = 500;

/** The rows of an import. Whoever calls holds the directory's revision: nobody else adds a login in between. */
@Injectable()
export class ImportRows {
  constructor(
    private readonly numbers: UserNumbers,
    private readonly ids: IdAllocator,
    private readonly clock: SystemClock,
  ) {}

  /** Ids by credit code. */
  async insertOrganisations(
    manager: EntityManager,
    organisations: readonly PlannedOrganisation[],
    revision: number,
  ): Promise<Map<string, number>> {
    const ids = await this.idsFor(organisations.map(({ creditCode }) => creditCode));
    for (const batch of batches(organisations)) {
      const taken = await manager.findOneBy(Organisation, { creditCode: In(batch.map((one) => one.creditCode)) });
      if (taken) throw new CreditCodeTakenError(taken.creditCode);
      const rows = batch.map(({ creditCode, name, kind, divisionCode }) => ({
        ...{ creditCode, name, kind, divisionCode, revision },
        id: ids.get(creditCode) ?? 0,
        status: 'active' as const,
        isDemo: false,
        createdAt: this.clock.now(),
      }));
      await insertAll(manager, Organisation, rows);
    }
    return ids;
  }

  /** Ids by login. */
  async insertUsers(
    manager: EntityManager,
    users: readonly PlannedUser[],
    revision: number,
  ): Promise<Map<string, number>> {
    const ids = await this.idsFor(users.map(({ login }) => login));
    for (const batch of batches(users)) {
      const taken = await manager.findOneBy(User, { login: In(batch.map((one) => one.login)) });
      if (taken) throw new LoginTakenError(taken.login);
      const homes = await this.homesOf(manager, batch);
      const rows = batch.map(({ login, name, email, phone, idNumber, creditCode }) => ({
        ...{ login, name, email, revision, ...this.numbers.seal({ phone, idNumber }) },
        id: ids.get(login) ?? 0,
        organisationId: homes.get(creditCode) ?? 0,
        passwordHash: NO_PASSWORD,
        status: 'active' as const,
        isDemo: false,
        createdAt: this.clock.now(),
      }));
      await insertAll(manager, User, rows);
    }
    return ids;
  }

  /** Roles wait for the security administrator, as those of a single new user do. */
  async requestRoles(
    manager: EntityManager,
    { caller }: Deed,
    users: readonly PlannedUser[],
    ids: ReadonlyMap<string, number>,
  ): Promise<void> {
    const wanted = users.flatMap(({ login, roles }) => roles.map((role) => ({ userId: ids.get(login) ?? 0, role })));
    await this.ids.ensure(wanted.length);
    const rows = wanted.map((one) => ({
      ...one,
      id: this.ids.next(),
      requestedBy: caller.userId,
      requestedAt: this.clock.now(),
      status: 'pending' as const,
    }));
    await insertAll(manager, RoleRequest, rows);
  }

  private async homesOf(manager: EntityManager, users: readonly PlannedUser[]): Promise<Map<string, number>> {
    const creditCode = In([...new Set(users.map((user) => user.creditCode))]);
    const rows = await manager.find(Organisation, { where: { creditCode }, select: { id: true, creditCode: true } });
    return new Map(rows.map((row) => [row.creditCode, Number(row.id)]));
  }

  private async idsFor(keys: readonly string[]): Promise<Map<string, number>> {
    await this.ids.ensure(keys.length);
    return new Map(keys.map((key) => [key, this.ids.next()]));
  }
}

function* batches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += BATCH) yield all.slice(at, at + BATCH);
}
