import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Caller, identitySchema } from '#libs/identity';
import { useDatabase } from '#support/database';
import { startEngine } from '#testing/engine';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import {
  ActCommand,
  CaseExplainer,
  type CaseReasons,
  engineSchema,
  ReasonReader,
  SendEventCommand,
  StartRootCommand,
} from '../index.js';

const PROJECT = `
process: test.project
version: 1
title: { zh: 项目, en: Project }
owner: { organisation: purchaser, role: leader }
parameters:
  answerPeriod: { type: duration, default: P10WD, suspendable: [procurement-law#57], title: { zh: 答复期, en: Time to answer } }
variables: { amount: { type: money, default: 700, title: { zh: 金额, en: Amount } } }
type: parallel
states:
  buying:
    initial: drafting
    states:
      drafting:
        title: { zh: 起草, en: Drafting }
        task: { assignee: { organisation: purchaser, role: business-officer }, due: { within: P5WD, remind: [-P1D], escalate: standard } }
        on:
          SUBMIT: { title: { zh: 提交, en: Submit }, target: review }
          AMEND: { title: { zh: 修改, en: Amend }, assign: { amount: "300" } }
          REVOKE: { title: { zh: 撤销, en: Revoke }, target: ended, by: { organisation: purchaser, role: leader } }
      review:
        title: { zh: 审核, en: Review }
        law: [procurement-law#52]
        task: { assignee: { organisation: purchaser, role: business-officer }, not: [buying.drafting] }
        on: { APPROVE: { title: { zh: 通过, en: Approve }, guard: amount <= 500, target: ended } }
        after: { answerPeriod: ended }
      ended: { type: final }
  complaints:
    initial: none
    states:
      none:
        on: { COMPLAIN: { target: examining, by: { organisation: purchaser, role: leader } } }
      examining:
        title: { zh: 投诉处理, en: Complaint }
        entry: { suspend: { scope: case, cause: procurement-law#57 } }
        exit: { resume: procurement-law#57 }
        task: { assignee: { organisation: purchaser, role: leader }, due: { within: P30D, remind: -P1D } }
        on: { DECIDE: none, CLOSE: closed }
      closed: { type: final }
`;
const FREE = PROJECT.replace('guard: amount <= 500, ', '');
const REGION = 'roles: { business-officer: { zh: 社会救助股经办, en: Relief officer } }';

const database = await useDatabase([identitySchema, engineSchema]);
const engine = await startEngine({
  databaseUrl: database.url,
  workflows: { 'test/project.yaml': PROJECT, 'test/free.yaml': FREE.replace('test.project', 'test.free') },
  regions: { '5134.yaml': REGION },
});
afterAll(() => engine.close());

let officer: Caller;
let colleague: Caller;
let leader: Caller;
beforeEach(async () => {
  // Monday.
  engine.clock.set('2026-03-02T02:00:00.000Z');
  const bureau = await anOrganisation().in('513431').named('昭觉县民政局').insert(database.dataSource);
  const person = async (role: string): Promise<Caller> => {
    const { id } = await aUser().of(bureau).withRoles(role).insert(database.dataSource);
    const scope = { kind: 'division', prefix: '513431' } as const;
    return aCaller({ userId: id, organisationId: bureau.id, roles: [role], scope });
  };
  [officer, colleague, leader] = [
    await person('business-officer'),
    await person('business-officer'),
    await person('leader'),
  ];
  await engine.reloadDirectory();
});

async function start(process = 'test.project') {
  const purchaserId = officer.organisationId;
  const head = { caller: officer, process, kind: 'test', title: '说明', purchaserId, divisionCode: '513431' };
  return engine.get(StartRootCommand).execute({ ...head, input: {}, payload: {} });
}

async function act(rootId: number, caller: Caller, state: string, event: string): Promise<void> {
  const rows: { id: number }[] = await database.dataSource.query(
    "SELECT id FROM engine_task WHERE root_id = ? AND state = ? AND status = 'open'",
    [rootId, state],
  );
  const taskId = Number(rows[0]?.id);
  await engine.get(ActCommand).execute({ caller, taskId, event, taskVersion: null, payload: {} });
}

const explain = (caller: Caller, rootId: number, language: 'zh' | 'en' = 'zh'): Promise<CaseReasons> =>
  engine.get(ReasonReader).read(caller, rootId, language);
const actionIn = ({ actions }: CaseReasons, event: string) => actions.find((action) => action.event === event);

describe('an action', () => {
  it('is told with its guard, the values by name, and the people who could change them', async () => {
    const { rootId } = await start();
    await act(rootId, officer, 'buying.drafting', 'SUBMIT');
    expect(actionIn(await explain(colleague, rootId), 'APPROVE')).toMatchObject({
      ...{ stateTitle: '审核', title: '通过', verdict: 'blocked', because: 'guard', guard: 'amount <= 500' },
      ...{ values: { amount: 700 }, valueTitles: { amount: '金额' } },
      by: { organisation: 'purchaser', organisations: ['昭觉县民政局'], roleTitle: '社会救助股经办' },
      unblock: [
        { reads: 'amount', readsTitle: '金额', kind: 'event', name: 'AMEND', stateTitle: '起草', isNow: false },
      ],
    });
    expect(actionIn(await explain(colleague, rootId, 'en'), 'APPROVE')).toMatchObject({
      ...{ stateTitle: 'Review', title: 'Approve', valueTitles: { amount: 'Amount' } },
      by: { roleTitle: 'Relief officer' },
      unblock: [{ readsTitle: 'Amount', stateTitle: 'Drafting', by: { roleTitle: 'Relief officer' } }],
    });
  });

  it('is told as the gate would decide: not among its people, or separated from what one did before', async () => {
    const { rootId } = await start('test.free');
    expect(actionIn(await explain(officer, rootId), 'SUBMIT')).toMatchObject({ verdict: 'allowed', because: null });
    expect(actionIn(await explain(leader, rootId), 'SUBMIT')).toMatchObject({ because: 'not-assignee' });
    expect(actionIn(await explain(officer, rootId), 'REVOKE')).toMatchObject({ because: 'not-assignee', taskId: null });
    await act(rootId, officer, 'buying.drafting', 'SUBMIT');
    expect(actionIn(await explain(officer, rootId), 'APPROVE')).toMatchObject({ because: 'separation-of-duties' });
    expect(actionIn(await explain(colleague, rootId), 'APPROVE')).toMatchObject({ verdict: 'allowed' });
    await database.dataSource.query(
      `INSERT INTO engine_recusal (id, subject_kind, subject_id, user_id, reason, declared_by, declared_at, recorded_at)
       VALUES (?, 'case', ?, ?, '亲属', ?, NOW(3), NOW(3))`,
      [rootId + 900_000, rootId, colleague.userId, colleague.userId],
    );
    expect(actionIn(await explain(colleague, rootId), 'APPROVE')).toMatchObject({ because: 'recused' });
  });
});

describe('a deadline', () => {
  it('is told with its computation line by line, its law and who is told next', async () => {
    const { rootId } = await start();
    const [due] = (await explain(officer, rootId, 'en')).deadlines;
    expect(due).toMatchObject({ stateTitle: 'Drafting', deadlineTitle: 'Time for the task', period: 'P5WD' });
    expect(due?.lines.length).toBeGreaterThan(1);
    expect(due?.lines.every(({ zh, en }) => typeof zh === 'string' && typeof en === 'string')).toBe(true);
    expect(due?.next).toMatchObject({ kind: 'remind' });
    expect(due?.ladder[0]?.organisations).toEqual(['昭觉县民政局']);
  });
});

describe('a suspension', () => {
  it('is told with its cause, since when, what goes on, and what is left of each deadline', async () => {
    const { rootId, instanceId } = await start();
    await act(rootId, officer, 'buying.drafting', 'SUBMIT');
    // Four working days later.
    engine.clock.set('2026-03-06T02:00:00.000Z');
    await engine.get(SendEventCommand).execute({ caller: leader, instanceId, event: 'COMPLAIN', payload: {} });
    const reasons = await explain(colleague, rootId);
    expect(reasons.suspensions).toMatchObject([
      {
        ...{ process: '项目', scope: 'case', cause: 'procurement-law#57', goesOn: ['complaints'] },
        since: new Date('2026-03-06T02:00:00.000Z'),
      },
    ]);
    expect(reasons.standing).toMatchObject([
      {
        deadline: 'answerPeriod',
        deadlineTitle: '答复期',
        stateTitle: '审核',
        remaining: 'P6WD',
        remainingTitle: '6个工作日',
      },
    ]);
    expect(actionIn(reasons, 'APPROVE')).toMatchObject({ verdict: 'blocked', because: 'suspended', unblock: [] });
    expect(actionIn(await explain(leader, rootId), 'DECIDE')).toMatchObject({ verdict: 'allowed' });
    expect((await explain(leader, rootId, 'en')).standing[0]?.remainingTitle).toBe('6 working days');
  });
});

describe('the open tasks of a case', () => {
  it('call a role as its region does', async () => {
    const { rootId } = await start();
    const roleIn = async (language: 'zh' | 'en') =>
      (await engine.get(CaseExplainer).explain(officer, rootId, language)).tasks[0]?.assignees;
    expect(await roleIn('zh')).toEqual([{ organisation: '昭觉县民政局', role: '社会救助股经办' }]);
    expect(await roleIn('en')).toEqual([{ organisation: '昭觉县民政局', role: 'Relief officer' }]);
  });
});
