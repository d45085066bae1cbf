import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Caller, identitySchema } from '#libs/identity';
import type { JsonObject } from '#libs/kernel';
import { useDatabase } from '#support/database';
import { startEngine } from '#testing/engine';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import { ActCommand, engineSchema, StartRootCommand, TaskReader } from '../index.js';

const ASKING = `
process: test.asking
version: 1
title: 申请
owner: { organisation: purchaser, role: business-officer }
initial: asking
states:
  asking:
    task:
      assignee: { organisation: purchaser, role: business-officer }
      form: asking
      due: none
      fields:
        amount: read
        opinion: { leader: write, auditor: read, others: hidden }
    on: { SUBMIT: done }
  done: { type: final }
`;

const FORM = `
type: object
additionalProperties: false
required: [need, amount, opinion]
properties:
  need: { type: string, title: 需求 }
  amount: { type: integer, title: 金额 }
  opinion: { type: string, title: 内部意见 }
`;

const database = await useDatabase([identitySchema, engineSchema]);
const engine = await startEngine({
  databaseUrl: database.url,
  workflows: { 'test/asking.yaml': ASKING, 'forms/asking.yaml': FORM },
});
afterAll(() => engine.close());

let officer: Caller;
let both: Caller;
let taskId: number;

beforeEach(async () => {
  engine.clock.set('2026-03-02T02:00:00.000Z');
  const bureau = await anOrganisation().insert(database.dataSource);
  const caller = async (...roles: string[]): Promise<Caller> => {
    const user = await aUser()
      .of(bureau)
      .withRoles(...roles)
      .insert(database.dataSource);
    return aCaller({ userId: user.id, organisationId: bureau.id, roles });
  };
  officer = await caller('business-officer');
  both = await caller('business-officer', 'leader');
  await engine.reloadDirectory();
  const input = { process: 'test.asking', kind: 'test', title: '申请', purchaserId: bureau.id };
  const { openedTasks } = await engine
    .get(StartRootCommand)
    .execute({ caller: officer, ...input, divisionCode: '513431', input: {}, payload: {} });
  taskId = openedTasks[0] ?? 0;
});

const send = (caller: Caller, payload: JsonObject) =>
  engine.get(ActCommand).execute({ caller, taskId, taskVersion: null, event: 'SUBMIT', payload });
const shown = async (caller: Caller) => {
  const { form, actions } = await engine.get(TaskReader).read(caller, taskId);
  expect(actions[0]?.form).toEqual(form);
  return form?.schema;
};

describe('fields of a form', () => {
  it('are shown, marked and asked for as the person may', async () => {
    expect(await shown(officer)).toMatchObject({
      required: ['need'],
      properties: { need: { type: 'string' }, amount: { readOnly: true } },
    });
    expect(Object.keys((await shown(officer))?.['properties'] as object)).toEqual(['need', 'amount']);
    expect(await shown(both)).toMatchObject({ required: ['need', 'opinion'], properties: { opinion: {} } });
  });

  it.each([['amount'], ['opinion']])('are refused when somebody enters %s without the right', async (name) => {
    await expect(send(officer, { need: '探访', [name]: name === 'amount' ? 1 : '同意' })).rejects.toMatchObject({
      code: 'engine.form-refused',
      fields: [{ field: `/form/${name}`, rule: 'readOnly' }],
    });
  });

  it('are not missed in those who may not enter them, but in those who may', async () => {
    await expect(send(both, { need: '探访' })).rejects.toMatchObject({
      fields: [{ field: '/form/opinion', rule: 'required' }],
    });
    await send(officer, { need: '探访' });
  });
});
