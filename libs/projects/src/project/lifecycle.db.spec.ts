import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ActCommand, type CommandResult, engineSchema, Replayer } from '#libs/engine';
import { type Caller, identitySchema, type OrganisationRecord } from '#libs/identity';
import type { JsonObject } from '#libs/kernel';
import { useDatabase } from '#support/database';
import { startEngine } from '#testing/engine';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import { LedgerService } from '../ledger/ledger.service.js';
import { MoneyReader } from '../ledger/money.reader.js';
import { ProjectsModule } from '../projects.module.js';
import { projectsSchema } from '../projects.schema.js';
import { aFundAccount, aProject, type Begun, ledgerContext, startProject } from '../testing.js';
import { ProjectPresenter } from './project.presenter.js';
import { ProjectReader } from './project.reader.js';

const shipped = (name: string): string => readFileSync(`workflows/${name}`, 'utf8');

/** A stage in its shortest form: one task, one end for each event. */
function stage(process: string, outputs: Readonly<Record<string, string>>): string {
  const ends = Object.keys(outputs).map((event) => `${event}: end${event}`);
  const finals = Object.entries(outputs).map(([event, output]) => `  end${event}: { type: final, output: ${output} }`);
  return `
process: ${process}
version: 1
stage: ${process.split('.')[0]}
title: 简短环节
owner: { organisation: purchaser, role: business-officer }
parameters: # those that config/regions sets
  townshipPeriod: { type: duration, default: P5WD }
  decisionPeriod: { type: duration, default: P10WD }
  financeReviewPeriod: { type: duration, default: P10WD }
variables:
  method: { type: string, default: '' }
  plannedAmount: { type: money, default: 0 }
  approvedAmount: { type: money, default: 0 }
  contractAmount: { type: money, default: 0 }
  serviceFrom: { type: date }
  serviceTo: { type: date }
initial: working
states:
  working:
    title: 办理
    task:
      assignee: { organisation: purchaser, role: business-officer }
      due: { within: P5WD, remind: [P0D], escalate: standard }
    on: { ${ends.join(', ')} }
${finals.join('\n')}
`;
}

const PERIOD = `serviceFrom: '"2026-05-01"', serviceTo: '"2026-08-31"'`;
const WORKFLOWS = {
  'project/lifecycle.yaml': shipped('project/lifecycle.yaml'),
  'forms/funds-return.yaml': shipped('forms/funds-return.yaml'),
  'application/a.yaml': stage('application.standard', {
    YES: `{ approved: true, plannedAmount: 1000, ${PERIOD} }`,
    NO: '{ approved: false }',
  }),
  'budgeting/b.yaml': stage('budgeting.standard', {
    YES: '{ approved: true, approvedAmount: 900 }',
    NO: '{ approved: false }',
  }),
  'procurement/p.yaml': stage('procurement.shortest', {
    YES: `{ awarded: true, contractAmount: 800, ${PERIOD} }`,
    NO: '{ awarded: false }',
  }),
  'monitoring/m.yaml': stage('monitoring.standard', { YES: '{ completed: true }', NO: '{ completed: false }' }),
  'evaluation/e.yaml': stage('evaluation.standard', { YES: `{ grade: '"优"', score: 95 }` }),
};

const schemas = [identitySchema, engineSchema, projectsSchema];
const database = await useDatabase(schemas);
const engine = await startEngine({
  databaseUrl: database.url,
  workflows: WORKFLOWS,
  modules: [ProjectsModule],
  schemas: [projectsSchema],
});
const { manager } = database.dataSource;
afterAll(() => engine.close());

let bureau: OrganisationRecord;
let finance: OrganisationRecord;
let officer: Caller;
let treasury: Caller;

async function callerOf(organisation: OrganisationRecord, role: string): Promise<Caller> {
  const user = await aUser().of(organisation).withRoles(role).insert(database.dataSource);
  const { id: organisationId, divisionCode } = organisation;
  return aCaller({
    userId: user.id,
    organisationId,
    divisionCode,
    roles: [role],
    scope: { kind: 'division', prefix: divisionCode },
  });
}

beforeEach(async () => {
  engine.clock.set('2026-01-05T02:00:00.000Z');
  bureau = await anOrganisation().insert(database.dataSource);
  finance = await anOrganisation().ofKind('finance').insert(database.dataSource);
  officer = await callerOf(bureau, 'business-officer');
  treasury = await callerOf(finance, 'treasury-officer');
  await engine.reloadDirectory();
});

function act(caller: Caller, at: Begun, event: string, payload: JsonObject = {}): Promise<CommandResult> {
  return engine.get(ActCommand).execute({ caller, taskId: at.openedTasks[0] ?? 0, event, taskVersion: null, payload });
}

async function walk(...events: readonly string[]): Promise<Begun> {
  let at: Begun = await startProject(engine, officer, { plannedAmount: 1000 });
  for (const event of events) at = await act(officer, at, event);
  return at;
}

describe('the life of a project', () => {
  it('passes five stages and is closed', async () => {
    const { rootId } = await walk('YES', 'YES', 'YES', 'YES', 'YES');
    const project = await engine.get(ProjectReader).byId(rootId);
    expect(project).toMatchObject({ status: 'closed', stage: 'evaluation', code: `513431-2026-${rootId}` });
    const detail = await engine.get(ProjectPresenter).detail(project);
    expect(detail.stages.map((entry) => entry.stage)).toEqual([
      'application',
      'budgeting',
      'procurement',
      'monitoring',
      'evaluation',
    ]);
    expect(detail).toMatchObject({
      purchaserName: '测试单位',
      contract: null,
      instalments: [],
      money: { planned: 1000, approved: 0 },
    });
    expect(await engine.get(Replayer).replay(rootId)).toMatchObject({ identical: true });
  });

  it.each([[['NO']], [['YES', 'NO']]])('ends rejected after %j', async (events) => {
    const { rootId } = await walk(...events);
    expect(await engine.get(ProjectReader).byId(rootId)).toMatchObject({ status: 'rejected' });
  });

  it('gives the money back before a purchase that failed ends', async () => {
    const recovering = await walk('YES', 'YES', 'NO');
    const { rootId } = recovering;
    const account = await aFundAccount().of(bureau.id).insert(manager);
    const ledger = engine.get(LedgerService);
    await database.dataSource.transaction(async (transaction) => {
      const context = ledgerContext(transaction, rootId);
      await ledger.approve(context, [{ accountId: account.id, amount: 900 }], '批复');
      await ledger.release(context, '下达');
    });
    await act(treasury, recovering, 'RETURN_FUNDS', { documentNo: '昭财社〔2026〕30号' });
    expect(await engine.get(ProjectReader).byId(rootId)).toMatchObject({ status: 'failed' });
    expect(await engine.get(MoneyReader).totals(manager, rootId)).toMatchObject({ released: 900, returned: 900 });
  });

  it('does not begin with a method that has no process', async () => {
    const start = startProject(engine, officer, { method: 'unheard-of' });
    await expect(start).rejects.toMatchObject({
      code: 'projects.unknown-method',
      status: 422,
      fields: [{ field: '/method' }],
    });
  });

  it('does not begin at a place that does not exist', async () => {
    const start = startProject(engine, officer, { township: '513431999' });
    await expect(start).rejects.toMatchObject({ code: 'projects.place-unknown', fields: [{ field: '/township' }] });
  });
});

describe('the list of projects', () => {
  const query = { limit: 2 };

  it('shows a county its own, page by page, newest first', async () => {
    const own = [await walk(), await walk(), await walk()].map(({ rootId }) => rootId).reverse();
    await aProject().with({ divisionCode: '511921' }).insert(manager);
    const reader = engine.get(ProjectReader);
    const first = await reader.page(officer, query);
    expect(first.items.map(({ rootId }) => rootId)).toEqual(own.slice(0, 2));
    const second = await reader.page(officer, { ...query, after: first.next ?? '' });
    expect(second.items.map(({ rootId }) => rootId)).toEqual(own.slice(2));
    expect(second.next).toBeNull();
  });

  it('shows a township the projects of its county that it is a party of', async () => {
    const { rootId } = await walk();
    await walk();
    await database.owner.query("INSERT INTO engine_party VALUES (?, 'township', ?)", [rootId, finance.id]);
    const township = { ...treasury, scope: { kind: 'division', prefix: '513431102' } as const };
    const { items } = await engine.get(ProjectReader).page(township, query);
    expect(items.map((project) => project.rootId)).toEqual([rootId]);
  });

  it('shows a party the cases that it is a party of', async () => {
    const { rootId } = await walk();
    const reader = engine.get(ProjectReader);
    const party = { ...officer, scope: { kind: 'party', organisationId: bureau.id } as const };
    expect(
      (await reader.page(party, { ...query, stage: 'application' })).items.map((project) => project.rootId),
    ).toEqual([rootId]);
    expect((await reader.page(party, { ...query, stage: 'evaluation' })).items).toEqual([]);
    const scope = { kind: 'party', organisationId: finance.id } as const;
    const stranger = { ...officer, organisationId: finance.id, scope };
    expect((await reader.page(stranger, query)).items).toEqual([]);
  });
});
