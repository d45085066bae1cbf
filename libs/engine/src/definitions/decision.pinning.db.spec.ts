import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Caller, identitySchema } from '#libs/identity';
import { useDatabase } from '#support/database';
import { startEngine } from '#testing/engine';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import { ActCommand, ChainVerifier, engineSchema, HistoryReader, Replayer, StartRootCommand } from '../index.js';

const BUYING = `
process: test.buying
version: 1
title: { zh: 测试采购, en: Test buying }
owner: { organisation: purchaser, role: business-officer }
variables: { amount: { type: money, default: null } }
decisions:
  route: { table: procurement-method, with: { amount: amount, kind: '"服务"', onlySupplier: false } }
initial: planning
states:
  planning:
    title: 计划
    task: { assignee: { organisation: purchaser, role: business-officer }, form: plan, due: none }
    on: { SUBMIT: { target: choosing, assign: { amount: command.payload.amount } } }
  choosing:
    always:
      - { guard: 'route.method = "open-tender"', target: tendering }
      - { target: done }
  tendering:
    title: 招标
    task: { assignee: { organisation: purchaser, role: business-officer }, due: none }
    on: { AWARD: done }
  done: { type: final, output: { method: route.method } }
`;
const PLAN = `
title: 计划
type: object
additionalProperties: false
required: [amount]
properties: { amount: { type: integer, format: money, title: 金额 } }
`;
const WORKFLOWS = { 'test/buying.yaml': BUYING, 'forms/plan.yaml': PLAN };
const COUNTY = 'decisions:\n  procurement-method: { tenderStandard: 200000000 }\n';

const database = await useDatabase([identitySchema, engineSchema]);
const engine = await startEngine({
  databaseUrl: database.url,
  workflows: WORKFLOWS,
  regions: { '513431.yaml': COUNTY },
});
afterAll(() => engine.close());

let officer: Caller;
let purchaserId: number;

beforeEach(async () => {
  engine.clock.set('2026-03-02T02:00:00.000Z');
  const bureau = await anOrganisation().insert(database.dataSource);
  purchaserId = bureau.id;
  const user = await aUser().of(bureau).withRoles('business-officer').insert(database.dataSource);
  const scope = { kind: 'division', prefix: '51' } as const;
  officer = aCaller({ userId: user.id, organisationId: bureau.id, roles: user.roles, scope });
  await engine.reloadDirectory();
});

async function plan(divisionCode: string, amount: number): Promise<{ rootId: number; active: readonly string[] }> {
  const started = await engine.get(StartRootCommand).execute({
    caller: officer,
    process: 'test.buying',
    kind: 'test',
    title: '测试',
    purchaserId,
    divisionCode,
    input: {},
    payload: {},
  });
  const taskId = started.openedTasks[0] ?? 0;
  const acted = await engine
    .get(ActCommand)
    .execute({ caller: officer, taskId, event: 'SUBMIT', taskVersion: null, payload: { amount } });
  return { rootId: started.rootId, active: acted.active };
}

describe('a decision table in a case', () => {
  it('is asked with the thresholds of the division, recorded with its hash, and replayed from the record', async () => {
    const { rootId, active } = await plan('513431', 250_000_000);
    expect(active).toEqual(['tendering']);
    const history = await engine.get(HistoryReader).readAll(rootId);
    const decisions = history.flatMap(({ facts }) => facts['decisions'] ?? []);
    expect(decisions).toEqual([
      {
        name: 'route',
        table: 'procurement-method',
        inputs: { amount: 250_000_000, kind: '服务', onlySupplier: false },
        output: { method: 'open-tender', approval: 'none', publicity: false },
        rules: [6],
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    expect(await engine.get(Replayer).replay(rootId)).toMatchObject({ identical: true });
    expect(await engine.get(ChainVerifier).verify(rootId)).toMatchObject({ valid: true });
  });

  it('answers by the standard of the province elsewhere', async () => {
    expect((await plan('511921', 250_000_000)).active).not.toContain('tendering');
  });
});
