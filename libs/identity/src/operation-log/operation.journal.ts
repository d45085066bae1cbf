import { Injectable } from '@nestjs/common';
import { IdAllocator, insertAll, SystemClock } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { Deed } from './deed.js';
import { type Operation, OperationLog, type SubjectKind } from './operation-log.entity.js';

/** Values of a record as the log tells them: flat, personal data masked. */
export type LoggedValues = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** One administrative change. */
export interface OperationEntry {
  readonly operation: Operation;
  readonly subject: { readonly kind: SubjectKind; readonly id: number | null; readonly name: string };
  readonly before?: LoggedValues;
  readonly after?: LoggedValues;
  readonly reason?: string | null;
}

/** Writes the operation log, in the transaction of the change itself: neither is there without the other. */
@Injectable()
export class OperationJournal {
  constructor(
    private readonly ids: IdAllocator,
    private readonly clock: SystemClock,
  ) {}

  write(manager: EntityManager, deed: Deed | null, entry: OperationEntry): Promise<void> {
    return this.writeAll(manager, deed, [entry]);
  }

  async writeAll(manager: EntityManager, deed: Deed | null, entries: readonly OperationEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await this.ids.ensure(entries.length);
    await insertAll(
      manager,
      OperationLog,
      entries.map((entry) => this.rowOf(deed, entry)),
    );
  }

  private rowOf(deed: Deed | null, { operation, subject, before, after, reason }: OperationEntry) {
    const changed = onlyChanged(before, after);
    return {
      id: this.ids.next(),
      at: this.clock.now(),
      actorUserId: deed?.caller.userId ?? null,
      actorOrganisationId: deed?.caller.organisationId ?? null,
      operation,
      subjectKind: subject.kind,
      subjectId: subject.id,
      subjectName: subject.name.slice(0, 255),
      beforeValues: changed.before && JSON.stringify(changed.before),
      afterValues: changed.after && JSON.stringify(changed.after),
      reason: reason ?? null,
      ip: deed?.origin.ip ?? '',
    };
  }
}

/** Of a change, only what is different; of something new or gone, all. */
function onlyChanged(before?: LoggedValues, after?: LoggedValues) {
  if (!before || !after) return { before: before ?? null, after: after ?? null };
  const names = Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const pick = (values: LoggedValues): LoggedValues =>
    Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
  return { before: pick(before), after: pick(after) };
}
