import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '#libs/platform';
import { DataSource, MoreThan } from 'typeorm';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import { RoleRequest } from './role-request.entity.js';
import type { RoleRequestQuery } from './user.dto.js';
import type { RoleRequestView } from './user.view.js';
import { nameOf } from './user.writer.js';

/** Roles that wait to be granted, the oldest first. */
@Injectable()
export class RoleRequestReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
    private readonly catalogue: RoleCatalogue,
  ) {}

  async page({ status, limit, after }: RoleRequestQuery): Promise<Page<RoleRequestView>> {
    const behind = after === undefined ? {} : { id: MoreThan(Number(decodeCursor(after, 1)[0])) };
    const rows = await this.dataSource.manager.find(RoleRequest, {
      where: { status, ...behind },
      order: { id: 'ASC' },
      take: limit + 1,
    });
    const page = pageOf(rows, limit, (row) => [Number(row.id)]);
    return { items: page.items.map((row) => this.view(row)), next: page.next };
  }

  private view(row: RoleRequest): RoleRequestView {
    const user = this.directory.user(Number(row.userId));
    return {
      id: Number(row.id),
      userId: Number(row.userId),
      userName: user ? nameOf(user) : '',
      organisationName: user ? this.directory.get(user.organisationId).name : '',
      role: row.role,
      roleTitle: this.catalogue.titleOf(row.role).zh,
      requestedByName: this.directory.user(Number(row.requestedBy))?.name ?? '',
      requestedAt: row.requestedAt.toISOString(),
      status: row.status,
      reason: row.reason,
    };
  }
}
