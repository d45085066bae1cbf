import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '#libs/platform';
import { DataSource, LessThan, type SelectQueryBuilder } from 'typeorm';
import { OrganisationDirectory } from '../organisations/organisation.directory.js';
import type { LogQuery, OperationQuery } from './log.query.js';
import type { OperationView, UnmaskingView } from './log.view.js';
import { OperationLog } from './operation-log.entity.js';
import { UnmaskingLog } from './unmasking-log.entity.js';

/** Reads the logs of administration, the newest first. */
@Injectable()
export class OperationLogReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
  ) {}

  async operations(query: OperationQuery): Promise<Page<OperationView>> {
    const builder = this.dataSource.manager.createQueryBuilder(OperationLog, 'entry');
    for (const field of ['operation', 'subjectKind'] as const) {
      const value = query[field];
      if (value !== undefined) builder.andWhere({ [field]: value });
    }
    const page = await pageFrom(builder, query);
    return { ...page, items: page.items.map((row) => this.operation(row)) };
  }

  async unmaskings(query: LogQuery): Promise<Page<UnmaskingView>> {
    const page = await pageFrom(this.dataSource.manager.createQueryBuilder(UnmaskingLog, 'entry'), query);
    return {
      ...page,
      items: page.items.map((row) => ({
        ...this.line(row),
        subjectKind: row.subjectKind,
        field: row.field,
        reason: row.reason,
      })),
    };
  }

  private operation(row: OperationLog): OperationView {
    return {
      ...this.line(row),
      operation: row.operation,
      subjectKind: row.subjectKind,
      before: parse(row.beforeValues),
      after: parse(row.afterValues),
      reason: row.reason,
    };
  }

  private line(row: OperationLog | UnmaskingLog) {
    const actor = row.actorUserId === null ? null : this.directory.user(Number(row.actorUserId));
    const organisation = row.actorOrganisationId === null ? null : this.directory.byId(Number(row.actorOrganisationId));
    return {
      seq: Number(row.seq),
      at: row.at.toISOString(),
      actorId: row.actorUserId === null ? null : Number(row.actorUserId),
      actorName: actor?.name ?? null,
      organisationName: organisation?.name ?? null,
      subjectId: row.subjectId === null ? null : Number(row.subjectId),
      subjectName: row.subjectName,
      ip: row.ip,
    };
  }
}

async function pageFrom<T extends OperationLog | UnmaskingLog>(
  builder: SelectQueryBuilder<T>,
  { limit, after, actorId, subjectId, from, to }: LogQuery,
): Promise<Page<T>> {
  if (actorId !== undefined) builder.andWhere({ actorUserId: actorId });
  if (subjectId !== undefined) builder.andWhere({ subjectId });
  if (from !== undefined) builder.andWhere('entry.at >= :from', { from: new Date(from) });
  if (to !== undefined) builder.andWhere('entry.at < :to', { to: new Date(to) });
  if (after !== undefined) builder.andWhere({ seq: LessThan(Number(decodeCursor(after, 1)[0])) });
  const rows = await builder
    .orderBy('entry.seq', 'DESC')
    .take(limit + 1)
    .getMany();
  return pageOf(rows, limit, (row) => [Number(row.seq)]);
}

function parse(text: string | null): Readonly<Record<string, unknown>> | null {
  // The journal writes nothing but flat objects.
  return text === null ? null : (JSON.parse(text) as Readonly<Record<string, unknown>>);
}
