import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { BusinessClock, decodeCursor, type Page, pageOf } from '#libs/platform';
import { DataSource } from 'typeorm';
import type { Bundle } from '../definitions/bundle.js';
import { BundleStore } from '../definitions/bundle.store.js';
import type { Language } from '../language/language.js';
import { taskTitleIn } from './task.view.js';

export const BOXES = ['todo', 'done'] as const;
export type Box = (typeof BOXES)[number];

/** One line of an inbox. */
export interface InboxItem {
  readonly id: number;
  readonly rootId: number;
  readonly caseTitle: string;
  readonly title: string;
  readonly state: string;
  readonly process: string;
  readonly dueAt: Date | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly overdue: boolean;
  readonly version: number;
  readonly status: string;
}

export interface InboxQuery {
  readonly box: Box;
  readonly limit: number;
  readonly after?: string | undefined;
  readonly language?: Language;
}

const COLUMNS = `t.id, t.root_id, r.title AS case_title, t.title, t.state, i.process, i.bundle_hash, t.due_at, t.opened_at,
  t.closed_at, t.version, t.status`;

type Row = Record<string, unknown>;

/** 待办与已办: an index scan by due time, keyset-paged. */
@Injectable()
export class InboxReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: BusinessClock,
    private readonly bundles: BundleStore,
  ) {}

  async read(caller: Caller, query: InboxQuery): Promise<Page<InboxItem>> {
    const { items, next } = await (query.box === 'todo' ? this.todo(caller, query) : this.done(caller, query));
    const bundles = query.language === 'en' ? await this.bundlesOf(items) : new Map<string, Bundle>();
    return { items: items.map((row) => this.itemOf(row, bundles)), next };
  }

  async countTodo(caller: Caller): Promise<number> {
    const rows: { count: number }[] = await this.dataSource.query(
      `SELECT COUNT(DISTINCT c.task_id) AS count FROM engine_task_candidate c
       WHERE c.organisation_id = ? AND c.role IN (?) AND c.is_open = 1 AND c.user_id IN (0, ?)`,
      [caller.organisationId, rolesOf(caller), caller.userId],
    );
    return Number(rows[0]?.count ?? 0);
  }

  private async todo(caller: Caller, { limit, after }: InboxQuery): Promise<Page<Row>> {
    const [dueSort, taskId] = after ? decodeCursor(after, 2) : ['1970-01-01T00:00:00.000Z', 0];
    const rows: Row[] = await this.dataSource.query(
      `SELECT ${COLUMNS}, c.due_sort FROM engine_task_candidate c
       JOIN engine_task t ON t.id = c.task_id JOIN engine_instance i ON i.id = t.instance_id
       JOIN engine_root r ON r.id = t.root_id
       WHERE c.organisation_id = ? AND c.role IN (?) AND c.is_open = 1 AND c.user_id IN (0, ?)
         AND (c.due_sort, c.task_id) > (?, ?)
       GROUP BY t.id ORDER BY c.due_sort, c.task_id LIMIT ?`,
      [caller.organisationId, rolesOf(caller), caller.userId, new Date(dueSort ?? 0), taskId, limit + 1],
    );
    return pageOf(rows, limit, (row) => [(row['due_sort'] as Date).toISOString(), Number(row['id'])]);
  }

  private async done(caller: Caller, { limit, after }: InboxQuery): Promise<Page<Row>> {
    const [closedAt, taskId] = after ? decodeCursor(after, 2) : ['9999-12-31T00:00:00.000Z', Number.MAX_SAFE_INTEGER];
    const rows: Row[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM engine_task t JOIN engine_instance i ON i.id = t.instance_id
       JOIN engine_root r ON r.id = t.root_id
       WHERE t.closed_by = ? AND (t.closed_at, t.id) < (?, ?) ORDER BY t.closed_at DESC, t.id DESC LIMIT ?`,
      [caller.userId, new Date(closedAt ?? 0), taskId, limit + 1],
    );
    return pageOf(rows, limit, (row) => [(row['closed_at'] as Date).toISOString(), Number(row['id'])]);
  }

  /** The few definitions of a page, held in memory after their first use. */
  private async bundlesOf(rows: readonly Row[]): Promise<ReadonlyMap<string, Bundle>> {
    const hashes = [...new Set(rows.map((row) => String(row['bundle_hash'])))];
    const bundles = await Promise.all(hashes.map((hash) => this.bundles.byHash(hash)));
    return new Map(bundles.map((bundle) => [bundle.hash, bundle]));
  }

  private itemOf(row: Row, bundles: ReadonlyMap<string, Bundle>): InboxItem {
    const bundle = bundles.get(String(row['bundle_hash']));
    const task = { state: String(row['state']), title: String(row['title']) };
    const dueAt = row['due_at'] as Date | null;
    return {
      id: Number(row['id']),
      rootId: Number(row['root_id']),
      caseTitle: String(row['case_title']),
      title: taskTitleIn(bundle ? 'en' : 'zh', bundle, task),
      state: task.state,
      process: String(row['process']),
      dueAt,
      openedAt: row['opened_at'] as Date,
      closedAt: row['closed_at'] as Date | null,
      overdue: dueAt !== null && row['status'] === 'open' && dueAt < this.clock.now(),
      version: Number(row['version']),
      status: String(row['status']),
    };
  }
}

/** `IN ()` is not SQL: a caller without roles matches nothing. */
function rolesOf(caller: Caller): readonly string[] {
  return caller.roles.length > 0 ? caller.roles : [''];
}
