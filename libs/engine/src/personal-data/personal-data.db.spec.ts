import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { lastValueFrom, of } from 'rxjs';
import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { type Caller, deedOf, identitySchema } from '#libs/identity';
import { startEngine } from '#testing/engine';
import { useDatabase } from '#support/database';
import { CaseWalk, Office } from '#support/case-walk';
import { DraftBook } from '../drafts/draft.book.js';
import { HistoryReader } from '../history/history.reader.js';
import { engineSchema } from '../index.js';
import { MaskingInterceptor } from './masking.interceptor.js';
import { SealedValueOpener } from './sealed-value.opener.js';

const STAFF = `
process: test.staff
version: 1
title: { zh: 测试团队, en: Test staff }
owner: { organisation: purchaser, role: business-officer }
defaults: { due: { within: P5WD, remind: [], escalate: standard } }
initial: naming
states:
  naming:
    title: { zh: 报备, en: Naming }
    task: { assignee: { organisation: purchaser, role: business-officer }, form: staff }
    on: { SUBMIT: checking }
  checking:
    title: { zh: 核对, en: Checking }
    task: { assignee: { organisation: purchaser, role: business-officer }, form: staff }
    on: { SUBMIT: done }
  done: { type: final }
`;
const FORM = `
title: 团队
type: object
additionalProperties: false
required: [phone]
properties:
  phone: { type: string, format: phone, title: 电话 }
  members:
    type: array
    items:
      type: object
      additionalProperties: false
      properties: { idNumber: { type: string, format: id-number, title: 身份证号 } }
`;
const PHONE = '13800138000';
const ID_NUMBER = '11010519491231002X';

const database = await useDatabase([identitySchema, engineSchema]);
const engine = await startEngine({
  databaseUrl: database.url,
  workflows: { 'test/staff.yaml': STAFF, 'forms/staff.yaml': FORM },
});
afterAll(() => engine.close());

let office: Office;
let walk: CaseWalk;
let officer: Caller;

beforeEach(async () => {
  engine.clock.set('2026-03-02T02:00:00.000Z');
  office = await Office.open(database.dataSource, { kind: 'civil-affairs', division: '513431' }, 'business-officer');
  await engine.reloadDirectory();
  officer = office.as('business-officer');
  walk = await CaseWalk.start(engine, database.dataSource, { purchaser: office, process: 'test.staff', input: {} });
});

const payload = { phone: PHONE, members: [{ idNumber: ID_NUMBER }] };

async function dump(): Promise<string> {
  const tables = ['engine_history', 'engine_history_payload', 'engine_instance', 'engine_outbox', 'engine_draft'];
  const rows = [];
  for (const table of [...tables, 'engine_sealed_value', 'engine_idempotency'])
    rows.push(await database.dataSource.query(`SELECT * FROM ${table}`));
  return JSON.stringify(rows);
}

async function storedPayload(): Promise<Record<string, string>> {
  const rows = await engine.get(HistoryReader).readAll(walk.rootId);
  // The last row that carries a form.
  return rows.findLast((row) => row.payload !== null && 'phone' in row.payload)?.payload as Record<string, string>;
}

describe('personal data in a form', () => {
  it('stands nowhere in the clear, and the case replays', async () => {
    await walk.act(officer, 'naming', 'SUBMIT', payload);
    expect(await dump()).not.toMatch(/13800138000|11010519491231002X/);
    expect(await storedPayload()).toMatchObject({
      phone: expect.stringMatching(/^sealed:\d+$/),
      members: [{ idNumber: expect.stringMatching(/^sealed:\d+$/) }],
    });
    await walk.assertSound();
  });

  it('is refused before it is sealed when it is wrong', async () => {
    const wrong = { phone: '123', members: [{ idNumber: '110105194912310021' }] };
    await expect(walk.act(officer, 'naming', 'SUBMIT', wrong)).rejects.toMatchObject({
      code: 'engine.form-refused',
      fields: [{ field: '/form/phone' }, { field: '/form/members/0/idNumber' }],
    });
    expect(await database.dataSource.query('SELECT id FROM engine_sealed_value')).toEqual([]);
  });

  it('is shown masked by every answer, and may be handed back as it was shown', async () => {
    await walk.act(officer, 'naming', 'SUBMIT', payload);
    const stored = await storedPayload();
    const handler: CallHandler = { handle: () => of({ page: [{ form: stored, at: new Date(0) }] }) };
    const answer = await lastValueFrom(engine.get(MaskingInterceptor).intercept({} as ExecutionContext, handler));
    const id = stored['phone']?.split(':')[1] ?? '';
    expect(answer).toMatchObject({ page: [{ form: { phone: `138****8000#${id}` }, at: new Date(0) }] });
    await walk.act(officer, 'checking', 'SUBMIT', { phone: `138****8000#${id}` });
    expect((await storedPayload())['phone']).toBe(`sealed:${id}`);
    await walk.assertSound();
  });

  it('is not handed back from another case', async () => {
    await walk.act(officer, 'naming', 'SUBMIT', payload);
    const { phone = '' } = await storedPayload();
    const other = await CaseWalk.start(engine, database.dataSource, {
      purchaser: office,
      process: 'test.staff',
      input: {},
    });
    await expect(other.act(officer, 'naming', 'SUBMIT', { phone })).rejects.toMatchObject({
      code: 'engine.foreign-sealed-value',
    });
  });

  it('is opened for whoever sees the case, and that is recorded', async () => {
    await walk.act(officer, 'naming', 'SUBMIT', payload);
    const id = Number((await storedPayload())['phone']?.split(':')[1]);
    const origin = { ip: '10.0.0.1', headers: {} };
    const opener = engine.get(SealedValueOpener);
    const stranger = { ...officer, organisationId: 1, scope: { kind: 'party', organisationId: 1 } as const };
    await expect(opener.open(deedOf(stranger, origin), id, '核实')).rejects.toMatchObject({
      code: 'engine.unknown-sealed-value',
    });
    expect(await opener.open(deedOf(officer, origin), id, '核实联系方式')).toBe(PHONE);
    const rows: unknown = await database.dataSource.query(
      'SELECT actor_user_id, subject_id, field, reason FROM identity_unmasking_log',
    );
    expect(rows).toEqual([
      { actor_user_id: officer.userId, subject_id: walk.rootId, field: '/phone', reason: '核实联系方式' },
    ]);
  });
});

describe('a draft', () => {
  it('is sealed as a whole', async () => {
    const [task]: { id: number }[] = await database.dataSource.query('SELECT id FROM engine_task WHERE root_id = ?', [
      walk.rootId,
    ]);
    const drafts = engine.get(DraftBook);
    await drafts.save(officer, Number(task?.id), { event: 'SUBMIT', form: payload, comment: '', version: 0 });
    expect(await dump()).not.toContain(PHONE);
    expect(await drafts.read(officer, Number(task?.id))).toMatchObject({ form: payload, version: 1 });
  });
});
