import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '#libs/platform';
import { DataSource, MoreThan, type SelectQueryBuilder } from 'typeorm';
import { AccountReach } from '../credentials/account.reach.js';
import { OrganisationView } from '../directory/organisation.view.js';
import { isCreditCode } from '../organisations/credit-code.js';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import type { Caller } from '../session/caller.js';
import type { ManagedOrganisationQuery } from './organisation.dto.js';

/** Lists organisations for those who administer them, closed ones too. */
@Injectable()
export class OrganisationReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
    private readonly catalogue: RoleCatalogue,
    private readonly reach: AccountReach,
  ) {}

  async page(caller: Caller, query: ManagedOrganisationQuery): Promise<Page<OrganisationView>> {
    const { kind, division, status, q, limit, after } = query;
    const builder = this.dataSource.manager.createQueryBuilder(Organisation, 'org').orderBy('org.id', 'ASC');
    if (!this.reach.reachesEverywhere(caller)) builder.andWhere({ id: caller.organisationId });
    if (kind !== undefined) builder.andWhere({ kind });
    if (status !== undefined) builder.andWhere({ status });
    if (division !== undefined) builder.andWhere('org.divisionCode LIKE :below', { below: `${division}%` });
    if (after !== undefined) builder.andWhere({ id: MoreThan(Number(decodeCursor(after, 1)[0])) });
    if (q !== undefined && q !== '') search(builder, q);
    const rows = await builder.take(limit + 1).getMany();
    const page = pageOf(rows, limit, (row) => [Number(row.id)]);
    return { items: page.items.map((row) => this.view(row)), next: page.next };
  }

  one(id: number): OrganisationView {
    return this.view(this.directory.get(id));
  }

  private view(row: Omit<OrganisationView, 'kindTitle'>): OrganisationView {
    const { creditCode, name, kind, divisionCode, status } = row;
    const kindTitle = this.catalogue.titleOfKind(kind).zh;
    return { id: Number(row.id), creditCode, name, kind, kindTitle, divisionCode, status, isDemo: Boolean(row.isDemo) };
  }
}

function search(builder: SelectQueryBuilder<Organisation>, q: string): void {
  const creditCode = q.toUpperCase();
  if (isCreditCode(creditCode)) builder.andWhere({ creditCode });
  else builder.andWhere('org.name LIKE :part', { part: `%${q.replaceAll(/[\\%_]/g, '\\$&')}%` });
}
