import { Injectable } from '@nestjs/common';
import { type Caller, may, RoleCatalogue } from '#libs/identity';
import { BusinessClock, decodeCursor, type Page, pageOf } from '#libs/platform';
import { DataSource } from 'typeorm';
import { type InboxPool, InboxPools } from '../authority/inbox.pools.js';
import type { Statement } from '../instances/sql.packet.js';
import type { Language } from '../language/language.js';
import type { TaskBox } from './box.js';
import { type Branch, unionOf } from './branches.js';
import { branchesOfDone } from './done.branches.js';
import { type InboxFilter, ofTasks } from './inbox.filter.js';
import { type InboxItem, InboxItems, ITEM_COLUMNS, type Row } from './inbox.item.js';
import { behind } from './sql.condition.js';
import { branchesOfOrganisation, branchesOfPools, type OpenTaskQuery } from './todo.branches.js';

/** Permission to look after the tasks of one's organisation: 督办. */
export const OVERSEE = 'tasks.oversee';

export interface InboxQuery {
  readonly box: TaskBox;
  readonly limit: number;
  readonly after?: string | undefined;
  readonly language?: Language;
  readonly filter?: InboxFilter;
}

const PLACE = `JOIN engine_task t ON t.id = x.task_id JOIN engine_instance i ON i.id = t.instance_id
  JOIN engine_root r ON r.id = t.root_id`;
const BEGINNING: readonly [string, number] = ['1970-01-01T00:00:00.000Z', 0];
const END: readonly [string, number] = ['9999-12-31T00:00:00.000Z', Number.MAX_SAFE_INTEGER];

/** 待办、超期、已办: pages by key, so that what comes in meanwhile neither repeats nor hides a line. */
@Injectable()
export class InboxReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: BusinessClock,
    private readonly pools: InboxPools,
    private readonly roles: RoleCatalogue,
    private readonly items: InboxItems,
  ) {}

  async read(caller: Caller, query: InboxQuery): Promise<Page<InboxItem>> {
    const { items, next } = await (query.box === 'done' ? this.done(caller, query) : this.open(caller, query));
    return { items: await this.items.of(items, query.language ?? 'zh'), next };
  }

  async countTodo(caller: Caller): Promise<number> {
    const { sql, values } = this.counted(caller, 'todo', Number.MAX_SAFE_INTEGER);
    const rows: { count: number }[] = await this.dataSource.query(`SELECT (${sql}) AS count`, [...values]);
    return Number(rows[0]?.count ?? 0);
  }

  /** How many lines a box has, counted no further than the limit. */
  counted(caller: Caller, box: TaskBox, limit: number): Statement {
    const branches =
      box === 'done'
        ? branchesOfDone(caller.userId, positionOf(undefined, END), [])
        : this.branchesOf(caller, box, { where: this.dueOf(box), filter: [] });
    const union = unionOf(branches, limit);
    return {
      sql: `SELECT COUNT(*) FROM (SELECT DISTINCT y.task_id FROM (${union.sql}) y LIMIT ?) x`,
      values: [...union.values, limit],
    };
  }

  private async open(caller: Caller, { box, limit, after, filter }: InboxQuery): Promise<Page<Row>> {
    const place = positionOf(after, BEGINNING);
    const query = {
      where: [...this.dueOf(box), behind(['c.due_sort', 'c.task_id'], place)],
      filter: ofTasks(filter ?? {}, this.clock.now()),
    };
    const pools = this.pools.of(caller);
    const union = unionOf(this.branchesOf(caller, box, query), limit + 1);
    const rows: Row[] = await this.dataSource.query(
      `SELECT ${ITEM_COLUMNS}, x.due_sort, MIN(x.pool) AS pool FROM (${union.sql}) x ${PLACE}
       GROUP BY t.id, x.due_sort ORDER BY x.due_sort, t.id LIMIT ?`,
      [...union.values, limit + 1],
    );
    return pageOf(
      rows.map((row): Row => ({ ...row, onBehalfOf: principalOf(row, pools) })),
      limit,
      (row) => [(row['due_sort'] as Date).toISOString(), Number(row['id'])],
    );
  }

  private async done(caller: Caller, { limit, after, filter }: InboxQuery): Promise<Page<Row>> {
    const conditions = ofTasks(filter ?? {}, this.clock.now());
    const union = unionOf(branchesOfDone(caller.userId, positionOf(after, END), conditions), limit + 1);
    const rows: Row[] = await this.dataSource.query(
      `SELECT ${ITEM_COLUMNS}, MAX(x.done_at) AS done_at FROM (${union.sql}) x ${PLACE}
       GROUP BY t.id ORDER BY done_at DESC, t.id DESC LIMIT ?`,
      [...union.values, limit + 1],
    );
    return pageOf(rows, limit, (row) => [(row['done_at'] as Date).toISOString(), Number(row['id'])]);
  }

  /** Whose open tasks they are: one's own and those of one's principals; for who oversees, all of the organisation. */
  private branchesOf(caller: Caller, box: TaskBox, query: OpenTaskQuery): Branch[] {
    const own = branchesOfPools(this.pools.of(caller), query);
    if (box === 'todo' || !may(caller, OVERSEE)) return own;
    const roles = this.roles.rolesOf(caller.organisationKind);
    return [...own, ...branchesOfOrganisation(caller.organisationId, roles, query)];
  }

  private dueOf(box: TaskBox): Statement[] {
    return box === 'overdue' ? [{ sql: 'c.due_sort < ?', values: [this.clock.now()] }] : [];
  }
}

function positionOf(after: string | undefined, otherwise: readonly [string, number]): readonly [Date, number] {
  const [at = 0, id = 0] = after === undefined ? otherwise : decodeCursor(after, 2);
  return [new Date(at), Number(id)];
}

function principalOf(row: Row, pools: readonly InboxPool[]): number | null {
  return pools[Number(row['pool'])]?.onBehalfOf ?? null;
}
