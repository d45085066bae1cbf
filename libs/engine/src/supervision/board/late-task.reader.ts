import { Injectable } from '@nestjs/common';
import { type Caller, OrganisationDirectory } from '#libs/identity';
import { BusinessClock, decodeCursor, type Page, pageOf } from '#libs/platform';
import { DataSource } from 'typeorm';
import { InboxItems } from '../../inbox/inbox.item.js';
import { allOf, behind } from '../../inbox/sql.condition.js';
import type { Language } from '../../language/language.js';
import { FAR_FUTURE } from '../../tasks/inbox.order.js';
import { taskTitleIn } from '../../tasks/task.view.js';
import { inArea, inDivision } from './board.area.js';
import { inBucket, type LateBucket } from './late.bucket.js';

/** One task behind a figure of a board. */
export interface LateTask {
  readonly taskId: number;
  readonly rootId: number;
  readonly caseTitle: string;
  readonly taskTitle: string;
  readonly divisionCode: string;
  /** Names of the organisations that have it. */
  readonly organisations: readonly string[];
  readonly dueAt: Date | null;
  /** Natural days; 0 while it is in time. */
  readonly daysLate: number;
  readonly escalated: boolean;
}

export interface LateTaskQuery {
  readonly bucket: LateBucket;
  readonly division?: string | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
  readonly language: Language;
}

type Row = Record<string, unknown>;

const DAY_MS = 86_400_000;
const BEGINNING: readonly [string, number] = ['1970-01-01T00:00:00.000Z', 0];

/** What stands behind the figures of a board, the longest overdue first, paged by key. */
@Injectable()
export class LateTaskReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
    private readonly items: InboxItems,
    private readonly clock: BusinessClock,
  ) {}

  async read(caller: Caller, query: LateTaskQuery): Promise<Page<LateTask>> {
    const now = this.clock.now();
    const { bucket, division, limit, after } = query;
    const [at = 0, id = 0] = after === undefined ? BEGINNING : decodeCursor(after, 2);
    const { sql, values } = allOf([
      inArea(caller),
      ...(division === undefined ? [] : [inDivision(division)]),
      inBucket(bucket, now),
      behind([DUE, 't.id'], [new Date(at), Number(id)]),
    ]);
    const rows: Row[] = await this.dataSource.query(
      `SELECT t.id, t.root_id, t.title, t.state, t.due_at, t.supervised, ${DUE} AS due_sort, r.title AS case_title,
         r.division_code, i.bundle_hash
       FROM engine_root r JOIN engine_task t ON t.root_id = r.id AND t.status = 'open'
       JOIN engine_instance i ON i.id = t.instance_id WHERE ${sql} ORDER BY due_sort, t.id LIMIT ?`,
      [...values, limit + 1],
    );
    const page = pageOf(rows, limit, (row) => [(row['due_sort'] as Date).toISOString(), Number(row['id'])]);
    return { ...page, items: await this.linesOf(page.items, query.language, now) };
  }

  private async linesOf(rows: readonly Row[], language: Language, now: Date): Promise<LateTask[]> {
    const bundles = language === 'en' ? await this.items.bundlesOf(rows) : new Map<string, never>();
    const owners = await this.ownersOf(rows.map((row) => Number(row['id'])));
    return rows.map((row) => {
      const dueAt = row['due_at'] as Date | null;
      const task = { state: String(row['state']), title: String(row['title']) };
      return {
        taskId: Number(row['id']),
        rootId: Number(row['root_id']),
        caseTitle: String(row['case_title']),
        taskTitle: taskTitleIn(language, bundles.get(String(row['bundle_hash'])), task),
        divisionCode: String(row['division_code']),
        organisations: owners.get(Number(row['id'])) ?? [],
        dueAt,
        daysLate: dueAt === null || dueAt > now ? 0 : Math.floor((now.getTime() - dueAt.getTime()) / DAY_MS) + 1,
        escalated: Number(row['supervised']) === 1,
      };
    });
  }

  private async ownersOf(taskIds: readonly number[]): Promise<ReadonlyMap<number, string[]>> {
    if (taskIds.length === 0) return new Map();
    const rows: Row[] = await this.dataSource.query(
      'SELECT DISTINCT task_id, organisation_id FROM engine_task_candidate WHERE task_id IN (?) AND is_open = 1',
      [taskIds],
    );
    const names = new Map<number, string[]>();
    for (const row of rows) {
      const taskId = Number(row['task_id']);
      const name = this.directory.byId(Number(row['organisation_id']))?.name ?? '';
      names.set(taskId, [...(names.get(taskId) ?? []), name]);
    }
    return names;
  }
}

/** Tasks without a due time come last. */
const DUE = `COALESCE(t.due_at, TIMESTAMP '${FAR_FUTURE.toISOString().slice(0, 19).replace('T', ' ')}')`;
