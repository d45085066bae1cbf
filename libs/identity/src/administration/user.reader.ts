import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '#libs/platform';
import { Brackets, DataSource, MoreThan, type SelectQueryBuilder } from 'typeorm';
import { AccountReach } from '../credentials/account.reach.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { UserNumbers } from '../personal-data/user.numbers.js';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import type { Caller } from '../session/caller.js';
import { User } from '../users/user.entity.js';
import { RoleRequests } from './role.requests.js';
import type { UserQuery } from './user.dto.js';
import type { UserView } from './user.view.js';

/** Lists users within reach, with personal data masked. */
@Injectable()
export class UserReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
    private readonly catalogue: RoleCatalogue,
    private readonly reach: AccountReach,
    private readonly numbers: UserNumbers,
    private readonly requests: RoleRequests,
  ) {}

  async page(caller: Caller, query: UserQuery): Promise<Page<UserView>> {
    const builder = this.dataSource.manager.createQueryBuilder(User, 'user').orderBy('user.id', 'ASC');
    this.within(builder, caller);
    this.narrow(builder, query);
    const page = pageOf(await builder.take(query.limit + 1).getMany(), query.limit, (row) => [Number(row.id)]);
    return { items: await this.views(page.items), next: page.next };
  }

  async one(caller: Caller, userId: number): Promise<UserView> {
    const { id } = this.reach.userFor(caller, userId);
    const [view] = await this.views([await this.dataSource.manager.findOneByOrFail(User, { id })]);
    if (!view) throw new RangeError(`No view of user ${id}.`);
    return view;
  }

  private within(builder: SelectQueryBuilder<User>, caller: Caller): void {
    if (this.reach.reachesEverywhere(caller)) return;
    builder.innerJoin(Organisation, 'org', 'org.id = user.organisationId');
    const own = 'org.id = :own';
    if (caller.scope.kind === 'party') builder.andWhere(own);
    else
      builder.andWhere(
        `(${own} OR (org.kind = :kind AND org.divisionCode LIKE :below AND org.divisionCode <> :division))`,
        { kind: caller.organisationKind, below: `${caller.divisionCode}%`, division: caller.divisionCode },
      );
    builder.setParameter('own', caller.organisationId);
  }

  private narrow(builder: SelectQueryBuilder<User>, { organisationId, status, q, after }: UserQuery): void {
    if (organisationId !== undefined) builder.andWhere({ organisationId });
    if (status !== undefined) builder.andWhere({ status });
    if (after !== undefined) builder.andWhere({ id: MoreThan(Number(decodeCursor(after, 1)[0])) });
    if (q !== undefined && q !== '') builder.andWhere(this.matching(q));
  }

  /** Sealed numbers are found whole or not at all. */
  private matching(q: string): Brackets {
    const part = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`;
    // Logins are ASCII: MySQL compares them with nothing else.
    const isAscii = /^[\x20-\x7e]+$/.test(q);
    return new Brackets((where) =>
      where
        .where(isAscii ? 'user.name LIKE :part OR user.login LIKE :part' : 'user.name LIKE :part', { part })
        .orWhere('user.phoneIndex IN (:...phones)', { phones: this.numbers.indexes('phone', q) })
        .orWhere('user.idNumberIndex IN (:...numbers)', { numbers: this.numbers.indexes('idNumber', q) }),
    );
  }

  private async views(rows: readonly User[]): Promise<UserView[]> {
    const ids = rows.map(({ id }) => Number(id));
    const pending = await this.requests.pendingOf(this.dataSource.manager, ids);
    return rows.map((row) => this.view(row, pending.get(Number(row.id)) ?? []));
  }

  private view(row: User, pendingRoles: readonly string[]): UserView {
    const id = Number(row.id);
    const roles = this.directory.user(id)?.roles ?? [];
    const organisationId = Number(row.organisationId);
    const { login, name, email, status } = row;
    return {
      ...{ id, login, name, email, status, roles, pendingRoles, organisationId },
      ...this.numbers.masked(row),
      organisationName: this.directory.get(organisationId).name,
      roleTitles: roles.map((role) => this.catalogue.titleOf(role).zh),
      isDemo: Boolean(row.isDemo),
      createdAt: row.createdAt.toISOString(),
    };
  }
}
