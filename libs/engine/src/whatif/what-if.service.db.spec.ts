import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Caller, identitySchema } from '#libs/identity';
import { startEngine } from '#testing/engine';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import { useDatabase } from '#support/database';
import { ActCommand, engineSchema, ReasonReader, StartRootCommand, WhatIfService } from '../index.js';

const REVIEW = `
process: test.review
version: 1
title: { zh: 测试审批, en: Test review }
parameters: { reviewPeriod: { type: duration, default: P5WD, law: "house-budget#review" } }
owner: { organisation: purchaser, role: business-officer }
variables: { amount: { type: money, default: 0 } }
initial: drafting
states:
  drafting:
    title: 起草
    task: { assignee: { organisation: purchaser, role: business-officer }, form: draft, due: { within: P5WD, escalate: standard } }
    on: { SUBMIT: { target: reviewing, assign: { amount: command.payload.amount } } }
  reviewing:
    title: 审核
    task:
      assignee: { organisation: purchaser, role: leader }
      not: [drafting]
      due: { within: reviewPeriod, remind: [-P1WD], escalate: standard, law: "house-budget#review" }
    on:
      APPROVE: { target: done, guard: 'amount <= 1000000' }
      RETURN: drafting
  done: { type: final }
`;

const DRAFT = `
title: 草稿
type: object
additionalProperties: false
required: [amount]
properties: { amount: { type: integer, format: money, title: 金额 } }
`;

const database = await useDatabase([identitySchema, engineSchema]);
const engine = await startEngine({
  databaseUrl: database.url,
  workflows: { 'test/review.yaml': REVIEW, 'forms/draft.yaml': DRAFT },
});
afterAll(() => engine.close());

let officer: Caller;
let leader: Caller;
let rootId: number;

/** A case whose amount is too high for its leader. */
async function aCase(): Promise<void> {
  engine.clock.set('2026-03-02T02:00:00.000Z');
  const bureau = await anOrganisation().insert(database.dataSource);
  const users = await Promise.all([
    aUser().of(bureau).withRoles('business-officer', 'leader').insert(database.dataSource),
    aUser().of(bureau).withRoles('leader').insert(database.dataSource),
  ]);
  const scope = { kind: 'division', prefix: '513431' } as const;
  [officer, leader] = users.map((user) =>
    aCaller({ userId: user.id, organisationId: bureau.id, roles: user.roles, scope }),
  ) as [Caller, Caller];
  await engine.reloadDirectory();
  const started = await engine.get(StartRootCommand).execute({
    ...{ caller: officer, process: 'test.review', kind: 'test', title: '测试项目' },
    ...{ purchaserId: bureau.id, divisionCode: '513431', input: {}, payload: {} },
  });
  rootId = started.rootId;
  const taskId = started.openedTasks[0] ?? 0;
  const payload = { amount: 2_000_000 };
  await engine.get(ActCommand).execute({ caller: officer, taskId, event: 'SUBMIT', taskVersion: null, payload });
}

describe('what-if and explanation of a case', () => {
  beforeEach(aCase);

  const whatIf = (source: string) =>
    engine.get(WhatIfService).run({ process: 'test.review', source, file: 'new.yaml' });

  it('plays the stored history through a definition that is not published', async () => {
    expect(await whatIf(REVIEW)).toMatchObject({ instances: 1, unchanged: 1, findings: [] });
    const next = REVIEW.replace('version: 1', 'version: 2').replace('default: P5WD', 'default: P8WD');
    const report = await whatIf(next.replace('role: leader', 'role: head'));
    expect(report).toMatchObject({
      toVersion: 2,
      instances: 1,
      stuck: 0,
      withMovedDeadlines: 1,
      withOtherApprovals: 1,
    });
    expect(report.findings[0]).toMatchObject({
      ...{ rootId, status: 'active', fromVersion: 1, played: 2 },
      deadlines: [{ state: 'reviewing', deadline: 'due', isOpen: true }],
      approvals: [{ state: 'reviewing', change: 'reassigned', from: 'purchaser/leader', to: 'purchaser/head' }],
    });
  });

  it('refuses a file that is broken or of another process, naming file and line', async () => {
    await expect(whatIf('process: [')).rejects.toMatchObject({ code: 'engine.gate-refused' });
    await expect(whatIf(REVIEW.replace('test.review', 'test.other'))).rejects.toThrow('test.other');
  });

  it('explains the guard that blocks, with values and with who can unblock it', async () => {
    const { actions } = await engine.get(ReasonReader).read(leader, rootId);
    const found = actions.find(({ event }) => event === 'APPROVE');
    expect(found).toMatchObject({
      ...{ state: 'reviewing', verdict: 'blocked', because: 'guard' },
      ...{ guard: 'amount <= 1000000', values: { amount: 2_000_000 } },
      unblock: [{ reads: 'amount', kind: 'event', name: 'SUBMIT', stateTitle: '起草', isNow: false }],
    });
    expect(actions.find(({ event }) => event === 'RETURN')).toMatchObject({ verdict: 'allowed', because: null });
  });

  it('says that the drafter may not review', async () => {
    const { actions } = await engine.get(ReasonReader).read(officer, rootId);
    expect(actions.find(({ event }) => event === 'RETURN')).toMatchObject({ because: 'separation-of-duties' });
  });

  it('gives the deadline line by line, with the law, and the ladder', async () => {
    const { deadlines } = await engine.get(ReasonReader).read(leader, rootId);
    expect(deadlines).toHaveLength(1);
    expect(deadlines[0]).toMatchObject({
      ...{ stateTitle: '审核', deadline: 'due', next: { kind: 'remind' } },
      law: { reference: 'house-budget#review', article: 'review', text: expect.any(String) },
    });
    expect(deadlines[0]?.lines.length).toBeGreaterThan(1);
    expect(deadlines[0]?.ladder.map(({ level }) => level)).toEqual(['head', 'leader', 'city', 'province']);
    expect(deadlines[0]?.ladder[1]?.persons).toHaveLength(2);
  });

  it('shows nothing to who may not see the case', async () => {
    const stranger = aCaller({ scope: { kind: 'division', prefix: '5119' } });
    await expect(engine.get(ReasonReader).read(stranger, rootId)).rejects.toMatchObject({
      code: 'engine.case-not-found',
    });
  });
});
