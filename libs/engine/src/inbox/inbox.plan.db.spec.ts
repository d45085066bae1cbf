import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identitySchema } from '#libs/identity';
import { aCaller } from '#testing/identity';
import { startEngine } from '#testing/engine';
import { useDatabase } from '#support/database';
import { engineSchema } from '../index.js';
import type { Statement } from '../instances/sql.packet.js';
import { branchesOfDone } from './done.branches.js';
import { unionOf } from './branches.js';
import { branchesOfOrganisation, branchesOfPools } from './todo.branches.js';
import { behind } from './sql.condition.js';
import { ofTasks } from './inbox.filter.js';
import { InboxReader } from './inbox.reader.js';

const TASKS = 100_000;
const ORGANISATION = 7;
const OFFICER = 70;
const PAGE = 21;

const database = await useDatabase([identitySchema, engineSchema], { keep: true });
const engine = await startEngine({ databaseUrl: database.url });
afterAll(() => engine.close());

/** One line of EXPLAIN. */
interface Plan {
  readonly table: string | null;
  readonly key: string | null;
  readonly Extra: string | null;
}

beforeAll(async () => {
  engine.clock.set('2026-03-02T02:00:00.000Z');
  const { dataSource } = database;
  const numbers = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${TASKS})`;
  await dataSource.query('SET SESSION max_recursive_iterations = 1000000').catch(() => undefined);
  await dataSource.query('SET SESSION cte_max_recursion_depth = 1000000').catch(() => undefined);
  await dataSource.query(
    `INSERT INTO engine_root (id, kind, process, title, division_code, purchaser_id, status, business_at, seq, chain_head, created_at)
     ${numbers} SELECT i, 'test', 'test.review', CONCAT('项目', i), '513431', 7, 'open', '2026-03-01', 1, UNHEX(REPEAT('00', 32)), '2026-03-01' FROM n`,
  );
  await dataSource.query(
    `INSERT INTO engine_instance (id, root_id, process, version, bundle_hash, status, snapshot, started_at)
     ${numbers} SELECT i, i, 'test.review', 1, 'x', 'active', '{}', '2026-03-01' FROM n`,
  );
  // Every second is open; the others were done by the officer.
  await dataSource.query(
    `INSERT INTO engine_task (id, root_id, instance_id, state, entry, title, status, version, due_at, opened_at, closed_at, closed_by)
     ${numbers} SELECT i, i, i, 'reviewing', 1, '审核', IF(i % 2, 'open', 'done'), 1, '2026-02-01' + INTERVAL i MINUTE, '2026-01-01',
       IF(i % 2, NULL, '2026-01-02' + INTERVAL i MINUTE), IF(i % 2, NULL, ${OFFICER}) FROM n`,
  );
  await dataSource.query(
    `INSERT INTO engine_task_candidate (task_id, organisation_id, role, user_id, is_open, due_sort)
     SELECT id, ${ORGANISATION}, 'leader', 0, status = 'open', due_at FROM engine_task`,
  );
  await dataSource.query('ANALYZE TABLE engine_task, engine_task_candidate, engine_root, engine_instance');
}, 120_000);

const pool = { onBehalfOf: null, userId: OFFICER, organisationId: ORGANISATION, roles: ['leader'], limits: [] };
const place = behind(['c.due_sort', 'c.task_id'], [new Date('2026-02-02T00:00:00Z'), 5]);
const overdue = { sql: 'c.due_sort < ?', values: [new Date('2026-03-02T00:00:00Z')] };
const filter = ofTasks({ stage: 'test', division: '5134' }, new Date());

async function explain({ sql, values }: Statement): Promise<Plan[]> {
  return database.dataSource.query(`EXPLAIN ${sql}`, [...values]);
}

/** Rows that one statement looks at, as the engine of the database counts them. */
async function rowsRead(work: () => Promise<unknown>): Promise<number> {
  const sum = async (): Promise<number> => {
    const rows: { Value: string }[] = await database.dataSource.query(
      "SHOW GLOBAL STATUS WHERE Variable_name IN ('Handler_read_next', 'Handler_read_prev', 'Handler_read_rnd_next')",
    );
    return rows.reduce((total, { Value }) => total + Number(Value), 0);
  };
  const before = await sum();
  await work();
  return (await sum()) - before;
}

describe('a page of 100,000 tasks', () => {
  it.each([
    ['待办', branchesOfPools([pool], { where: [place], filter: [] }), 'ix_engine_task_candidate__inbox'],
    ['待办, narrowed', branchesOfPools([pool], { where: [place], filter }), 'ix_engine_task_candidate__inbox'],
    ['超期', branchesOfPools([pool], { where: [overdue, place], filter: [] }), 'ix_engine_task_candidate__inbox'],
    [
      '超期 of an organisation',
      branchesOfOrganisation(ORGANISATION, ['leader'], { where: [overdue, place], filter: [] }),
      'ix_engine_task_candidate__inbox',
    ],
    ['已办', branchesOfDone(OFFICER, [new Date('2026-02-02T00:00:00Z'), 5], []), 'ix_engine_task__closed'],
  ])('%s is read in the order of its index: nothing is sorted', async (_, branches, key) => {
    const [first] = branches;
    const plan = await explain(unionOf(first ? [first] : [], PAGE));
    expect(plan[0]?.key).toBe(key);
    for (const { Extra } of plan) expect(Extra ?? '').not.toMatch(/filesort|temporary/);
  });

  it.each([
    ['todo', {}],
    ['todo', { stage: 'test', division: '5134' }],
    ['overdue', {}],
    ['overdue', { status: 'open' }],
    ['done', {}],
  ] as const)('%s %j looks at some hundred rows', async (box, narrowed) => {
    const caller = aCaller({
      userId: OFFICER,
      organisationId: ORGANISATION,
      roles: ['leader'],
      permissions: new Set(['tasks.oversee']),
    });
    const inbox = engine.get(InboxReader);
    const { next } = await inbox.read(caller, { box, limit: 20, filter: narrowed });
    const read = await rowsRead(() => inbox.read(caller, { box, limit: 20, filter: narrowed, after: next ?? '' }));
    // Other specs of the same server may read a little meanwhile; a scan would be 50,000.
    expect(read).toBeLessThan(20_000);
  });
});
