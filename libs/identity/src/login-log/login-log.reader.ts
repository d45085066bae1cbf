import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '#libs/platform';
import { DataSource, LessThan, type SelectQueryBuilder } from 'typeorm';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import { LoginLog } from '../session/login-log.entity.js';
import type { LoginLogQuery } from './login-log.query.js';
import type { LoginEntryView } from './login-log.view.js';

/** Reads the login log, the newest first. */
@Injectable()
export class LoginLogReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
  ) {}

  async page(query: LoginLogQuery): Promise<Page<LoginEntryView>> {
    const builder = this.dataSource.manager.createQueryBuilder(LoginLog, 'entry').orderBy('entry.seq', 'DESC');
    narrow(builder, query);
    const rows = await builder.take(query.limit + 1).getMany();
    const page = pageOf(rows, query.limit, (row) => [Number(row.seq)]);
    return { items: page.items.map((row) => this.view(row)), next: page.next };
  }

  private view({ seq, at, login, userId, outcome, ip, userAgent }: LoginLog): LoginEntryView {
    const user = userId === null ? null : this.directory.user(Number(userId));
    const organisationName = user && (this.directory.byId(user.organisationId)?.name ?? null);
    return {
      seq: Number(seq),
      at: at.toISOString(),
      login,
      userId: userId === null ? null : Number(userId),
      userName: user?.name ?? null,
      organisationName,
      outcome,
      ip,
      userAgent,
    };
  }
}

function narrow(builder: SelectQueryBuilder<LoginLog>, query: LoginLogQuery): void {
  for (const field of ['login', 'userId', 'outcome', 'ip'] as const) {
    const value = query[field];
    if (value !== undefined) builder.andWhere({ [field]: value });
  }
  if (query.from !== undefined) builder.andWhere('entry.at >= :from', { from: new Date(query.from) });
  if (query.to !== undefined) builder.andWhere('entry.at < :to', { to: new Date(query.to) });
  if (query.after !== undefined) builder.andWhere({ seq: LessThan(Number(decodeCursor(query.after, 1)[0])) });
}
