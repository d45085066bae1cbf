import { Injectable } from '@nestjs/common';
import { type Caller, scopeOf } from '#libs/identity';
import { BusinessClock, decodeCursor, type Page, pageOf } from '#libs/platform';
import { DataSource } from 'typeorm';
import type { Statement } from '../instances/sql.packet.js';
import type { Language } from '../language/language.js';
import { taskTitleIn } from '../tasks/task.view.js';
import type { CaseBox } from './box.js';
import { type InboxFilter, ofCases } from './inbox.filter.js';
import { InboxItems, type Row } from './inbox.item.js';
import { allOf, before } from './sql.condition.js';
import { gramsOfTerm, termsOf } from './title.gram.js';

/** A step that a case is at. */
export interface CaseStep {
  readonly taskId: number;
  readonly title: string;
  readonly dueAt: Date | null;
}

/** One line of a box of cases. */
export interface CaseItem {
  readonly rootId: number;
  readonly title: string;
  readonly status: string;
  readonly process: string;
  readonly divisionCode: string;
  readonly startedAt: Date;
  /** When something happened last. */
  readonly businessAt: Date;
  readonly steps: readonly CaseStep[];
  readonly overdue: boolean;
  /** 抄送: when it was sent to the reader, and read; null in other boxes. */
  readonly copy: { readonly at: Date; readonly readAt: Date | null } | null;
}

export interface CaseBoxQuery {
  readonly box: CaseBox;
  readonly limit: number;
  readonly after?: string | undefined;
  readonly language?: Language;
  readonly filter?: InboxFilter;
}

const COLUMNS = 'r.id, r.title, r.status, r.process, r.division_code, r.created_at, r.business_at';
/** Length of the code of a county, and of a city. */
const COUNTY = 6;
const CITY = 4;
const NEWEST: readonly [number] = [Number.MAX_SAFE_INTEGER];

/** 我发起的、抄送我的、本地区的: cases, the newest first, paged by key. */
@Injectable()
export class CaseBoxReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: BusinessClock,
    private readonly items: InboxItems,
  ) {}

  async read(caller: Caller, query: CaseBoxQuery): Promise<Page<CaseItem>> {
    const { items, next } = await (query.box === 'copied' ? this.copied(caller, query) : this.roots(caller, query));
    const steps = await this.stepsOf(items, query.language ?? 'zh');
    const now = this.clock.now();
    return { items: items.map((row) => itemOf(row, steps.get(Number(row['id'])) ?? [], now)), next };
  }

  private async roots(caller: Caller, { box, limit, after, filter }: CaseBoxQuery): Promise<Page<Row>> {
    const [id] = after === undefined ? NEWEST : decodeCursor(after, 1);
    const people = box === 'area' ? inScope(caller) : startedBy(caller);
    if (!people) return { items: [], next: null };
    const { from, where, key, group } = drivenBy(filter?.text);
    const conditions = allOf([
      ...where,
      { sql: `${key} < ? AND r.seq > 0`, values: [Number(id)] },
      people,
      ...ofCases(filter ?? {}, this.clock.now()),
    ]);
    const rows: Row[] = await this.dataSource.query(
      `SELECT STRAIGHT_JOIN ${COLUMNS} FROM ${from} WHERE ${conditions.sql} ${group} ORDER BY ${key} DESC LIMIT ?`,
      [...conditions.values, limit + 1],
    );
    return pageOf(rows, limit, (row) => [Number(row['id'])]);
  }

  /** Unread first: read on only where the unread do not fill the page. */
  private async copied(caller: Caller, query: CaseBoxQuery): Promise<Page<Row>> {
    const { limit, after } = query;
    const [isRead, at, id] = after === undefined ? [0, '9999-12-31T00:00:00.000Z', NEWEST[0]] : decodeCursor(after, 3);
    const place = [new Date(at ?? 0), Number(id)] as const;
    const unread = isRead === 0 ? await this.copies(caller, query, { isRead: 0, place }) : [];
    const begin = isRead === 0 ? ([new Date('9999-12-31T00:00:00.000Z'), NEWEST[0]] as const) : place;
    const read = unread.length > limit ? [] : await this.copies(caller, query, { isRead: 1, place: begin });
    return pageOf([...unread, ...read], limit, (row) => [
      Number(row['is_read']),
      (row['copied_at'] as Date).toISOString(),
      Number(row['id']),
    ]);
  }

  private copies(
    caller: Caller,
    { limit, filter }: CaseBoxQuery,
    { isRead, place }: { readonly isRead: number; readonly place: readonly [Date, number] },
  ): Promise<Row[]> {
    const conditions = allOf([
      { sql: 'k.user_id = ? AND k.is_read = ?', values: [caller.userId, isRead] },
      before(['k.at', 'k.root_id'], place),
      ...ofCases(filter ?? {}, this.clock.now()),
    ]);
    return this.dataSource.query(
      `SELECT STRAIGHT_JOIN ${COLUMNS}, k.is_read, k.at AS copied_at, k.read_at
       FROM engine_copy k JOIN engine_root r ON r.id = k.root_id
       WHERE ${conditions.sql} ORDER BY k.at DESC, k.root_id DESC LIMIT ?`,
      [...conditions.values, limit + 1],
    );
  }

  private async stepsOf(rows: readonly Row[], language: Language): Promise<ReadonlyMap<number, CaseStep[]>> {
    const steps = new Map<number, CaseStep[]>();
    if (rows.length === 0) return steps;
    const tasks: Row[] = await this.dataSource.query(
      `SELECT t.root_id, t.id, t.title, t.state, t.due_at, i.bundle_hash FROM engine_task t
       JOIN engine_instance i ON i.id = t.instance_id WHERE t.root_id IN (?) AND t.status = 'open' ORDER BY t.id`,
      [rows.map((row) => Number(row['id']))],
    );
    const bundles = language === 'en' ? await this.items.bundlesOf(tasks) : new Map<string, never>();
    for (const task of tasks) {
      const rootId = Number(task['root_id']);
      const names = { state: String(task['state']), title: String(task['title']) };
      const title = taskTitleIn(language, bundles.get(String(task['bundle_hash'])), names);
      const step = { taskId: Number(task['id']), title, dueAt: task['due_at'] as Date | null };
      steps.set(rootId, [...(steps.get(rootId) ?? []), step]);
    }
    return steps;
  }
}

/** What lies in the caller's division; null where the caller sees only what it is a party of. */
export function inScope(caller: Caller): Statement | null {
  const scope = scopeOf(caller);
  if (scope.kind === 'party') return null;
  if (scope.kind === 'all') return { sql: 'TRUE', values: [] };
  const { prefix } = scope;
  const inside = { sql: 'r.division_code LIKE ?', values: [`${prefix}%`] };
  if (prefix.length === COUNTY) return { sql: 'r.county_code = ?', values: [prefix] };
  if (prefix.length === CITY) return { sql: 'r.city_code = ?', values: [prefix] };
  if (prefix.length < CITY) return inside;
  return allOf([{ sql: 'r.county_code = ?', values: [prefix.slice(0, COUNTY)] }, inside]);
}

export function startedBy({ userId }: Caller): Statement {
  return { sql: 'r.started_by = ?', values: [userId] };
}

interface Driver {
  readonly from: string;
  readonly where: readonly Statement[];
  readonly key: string;
  readonly group: string;
}

/** Which table is read in order: cases, or with words to look for, the cases that have the first of them. */
function drivenBy(text: string | undefined): Driver {
  const [term] = termsOf(text ?? '');
  const [first] = term === undefined ? [] : gramsOfTerm(term);
  if (!first) return { from: 'engine_root r', where: [], key: 'r.id', group: '' };
  return {
    from: 'engine_title_gram d JOIN engine_root r ON r.id = d.root_id',
    where: [{ sql: 'd.gram = ?', values: [first.gram] }],
    key: 'd.root_id',
    group: 'GROUP BY d.root_id',
  };
}

function itemOf(row: Row, steps: readonly CaseStep[], now: Date): CaseItem {
  const copiedAt = row['copied_at'] as Date | undefined;
  return {
    rootId: Number(row['id']),
    title: String(row['title']),
    status: String(row['status']),
    process: String(row['process']),
    divisionCode: String(row['division_code']),
    startedAt: row['created_at'] as Date,
    businessAt: row['business_at'] as Date,
    steps,
    overdue: steps.some(({ dueAt }) => dueAt !== null && dueAt < now),
    copy: copiedAt ? { at: copiedAt, readAt: row['read_at'] as Date | null } : null,
  };
}
