import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Caller, identitySchema } from '#libs/identity';
import type { JsonObject } from '#libs/kernel';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import { startEngine } from '#testing/engine';
import { useDatabase } from '#support/database';
import {
  ActCommand,
  AttachmentService,
  ChainVerifier,
  engineSchema,
  Replayer,
  StartRootCommand,
  TimelineReader,
} from '../index.js';
import { DraftBook } from '../drafts/draft.book.js';
import { BulkActCommand } from '../inbox/bulk-act.command.js';
import { BoxCounter } from '../inbox/box.counter.js';
import { CaseBoxReader } from '../inbox/case.box.reader.js';
import { SavedViewService } from '../inbox/saved-view.service.js';
import type { LateEntry } from '../outside-decisions/entered-for.js';
import { CaseReceipts } from '../receipts/case.receipts.js';
import { ReceiptReader } from '../receipts/receipt.reader.js';
import { CopyCaseCommand } from './copy-case.command.js';
import { CopyReading } from './copy.reading.js';
import { MessageReader } from './message.reader.js';
import { SendMessageCommand } from './send-message.command.js';
import { UrgeTaskCommand } from './urge-task.command.js';

const REVIEW = `
process: test.review
version: 1
title: { zh: 测试审批, en: Test review }
owner: { organisation: purchaser, role: business-officer }
defaults: { due: { within: P5WD, remind: [], escalate: standard } }
initial: drafting
states:
  drafting:
    title: { zh: 起草, en: Drafting }
    task:
      assignee: { organisation: purchaser, role: business-officer }
      copy: { organisation: finance, role: head }
    on: { SUBMIT: deciding }
  deciding:
    title: { zh: 局党组会, en: Party group meeting }
    task:
      assignee: { organisation: purchaser, role: leader }
      form: minutes
      allow: [late-entry]
    on: { RECORD: { title: { zh: 录入纪要, en: Enter minutes }, target: reviewing } }
  reviewing:
    title: { zh: 审核, en: Review }
    task:
      assignee: { organisation: purchaser, role: leader }
      allow: [late-entry]
      deny: [copy]
    on: { APPROVE: done }
  done: { type: final }
`;

const MINUTES = `
title: 会议决定
type: object
additionalProperties: false
required: [heldOn, scan]
properties:
  heldOn: { type: string, format: date, title: 会议日期, x-entered-for: true }
  scan: { type: integer, format: attachment, title: 纪要扫描件 }
`;

const START = '2026-03-02T02:00:00.000Z';
const database = await useDatabase([identitySchema, engineSchema]);
const engine = await startEngine({
  databaseUrl: database.url,
  workflows: { 'test/review.yaml': REVIEW, 'forms/minutes.yaml': MINUTES },
});
afterAll(() => engine.close());

let officer: Caller;
let leader: Caller;
let financeHead: Caller;
let stranger: Caller;
let purchaserId: number;

beforeEach(async () => {
  engine.clock.set(START);
  const { dataSource } = database;
  const bureau = await anOrganisation().insert(dataSource);
  const finance = await anOrganisation().ofKind('finance').insert(dataSource);
  const elsewhere = await anOrganisation().in('513432').insert(dataSource);
  purchaserId = bureau.id;
  const person = async (organisation: { id: number }, role: string, permissions: readonly string[] = []) => {
    const { id, roles } = await aUser().of(organisation).withRoles(role).insert(dataSource);
    const scope = { kind: 'division', prefix: organisation === elsewhere ? '513432' : '513431' } as const;
    return aCaller({ userId: id, organisationId: organisation.id, roles, scope, permissions: new Set(permissions) });
  };
  officer = await person(bureau, 'business-officer');
  leader = await person(bureau, 'leader', ['tasks.oversee']);
  financeHead = await person(finance, 'head', ['audit.view']);
  stranger = await person(elsewhere, 'leader', ['tasks.oversee', 'audit.view']);
  await engine.reloadDirectory();
});

async function start(title = '测试项目'): Promise<{ rootId: number; taskId: number; receipt: string | null }> {
  const { rootId, openedTasks, receipt } = await engine.get(StartRootCommand).execute({
    caller: officer,
    process: 'test.review',
    kind: 'test',
    title,
    purchaserId,
    divisionCode: '513431',
    input: {},
    payload: {},
  });
  return { rootId, taskId: openedTasks[0] ?? 0, receipt };
}

interface Acting {
  readonly payload?: JsonObject;
  readonly lateEntry?: LateEntry;
}

function act(caller: Caller, taskId: number, event: string, { payload = {}, lateEntry }: Acting = {}) {
  return engine.get(ActCommand).execute({ caller, taskId, event, taskVersion: null, payload, lateEntry });
}

function scan(caller: Caller): Promise<number> {
  const file = { rootId: null, name: '纪要.txt', content: Buffer.from('会议纪要') };
  return engine
    .get(AttachmentService)
    .upload(caller, file)
    .then(({ id }) => id);
}

async function history(rootId: number): Promise<{ kind: string; facts: JsonObject; at: Date }[]> {
  const rows: { kind: string; facts: unknown; at: Date }[] = await database.dataSource.query(
    'SELECT kind, facts, at FROM engine_history WHERE root_id = ? ORDER BY seq',
    [rootId],
  );
  return rows.map((row) => ({
    ...row,
    facts: (typeof row.facts === 'string' ? JSON.parse(row.facts) : row.facts) as JsonObject,
  }));
}

async function messages(kind: string): Promise<JsonObject[]> {
  const rows: { payload: unknown }[] = await database.dataSource.query(
    'SELECT payload FROM engine_outbox WHERE kind = ? ORDER BY id',
    [kind],
  );
  return rows.map(({ payload }) => (typeof payload === 'string' ? JSON.parse(payload) : payload) as JsonObject);
}

async function assertSound(rootId: number): Promise<void> {
  expect(await engine.get(Replayer).replay(rootId)).toMatchObject({ identical: true });
  expect(await engine.get(ChainVerifier).verify(rootId)).toMatchObject({ valid: true });
}

describe('催办', () => {
  const urge = (caller: Caller, taskId: number) =>
    engine.get(UrgeTaskCommand).execute({ caller, taskId, comment: '请尽快办理' });

  it('is for the initiator, the head and superiors, once an hour, and stands in the history', async () => {
    const { rootId, taskId } = await start();
    await urge(officer, taskId);
    await expect(urge(leader, taskId)).rejects.toMatchObject({ code: 'engine.urged-recently' });
    engine.clock.set('2026-03-02T03:00:00.000Z');
    await urge(leader, taskId);
    expect((await history(rootId)).map(({ kind }) => kind)).toEqual(['started', 'urged', 'urged']);
    expect(await messages('engine.task-urged')).toEqual([
      { task: taskId, by: officer.userId, comment: '请尽快办理' },
      { task: taskId, by: leader.userId, comment: '请尽快办理' },
    ]);
    await assertSound(rootId);
  });

  it('is refused to others, for closed tasks, and to those who do not see the case', async () => {
    const { taskId } = await start();
    await expect(urge(financeHead, taskId)).rejects.toMatchObject({ code: 'engine.urge-refused' });
    await expect(urge(stranger, taskId)).rejects.toMatchObject({ status: 404 });
    await act(officer, taskId, 'SUBMIT');
    await expect(urge(officer, taskId)).rejects.toMatchObject({ code: 'engine.task-not-open' });
  });
});

describe('沟通', () => {
  const send = (caller: Caller, rootId: number, users: readonly number[], taskId: number | null = null) =>
    engine.get(SendMessageCommand).execute({ caller, rootId, taskId, users, body: '请说明依据' });

  it('goes to people who see the case, who mark it as read', async () => {
    const { rootId, taskId } = await start();
    await send(leader, rootId, [officer.userId], taskId);
    const read = async (caller: Caller) => (await engine.get(MessageReader).read(caller, rootId, { limit: 20 })).items;
    expect(await read(officer)).toMatchObject([
      { body: '请说明依据', taskId, unread: true, readers: [{ readAt: null }] },
    ]);
    engine.clock.set('2026-03-02T05:00:00.000Z');
    expect(await engine.get(MessageReader).markRead(officer, rootId)).toBe(1);
    expect(await engine.get(MessageReader).markRead(officer, rootId)).toBe(0);
    const [seen] = await read(leader);
    expect(seen?.readers[0]?.readAt?.toISOString()).toBe('2026-03-02T05:00:00.000Z');
    expect(await read(financeHead)).toEqual([]);
    await expect(read(stranger)).rejects.toMatchObject({ status: 404 });
    expect(await messages('engine.message-sent')).toMatchObject([{ users: [officer.userId], by: leader.userId }]);
    await assertSound(rootId);
  });

  it('never opens a case to anybody', async () => {
    const { rootId } = await start();
    const other = await start('另一项目');
    await expect(send(leader, rootId, [officer.userId, stranger.userId])).rejects.toMatchObject({
      code: 'engine.recipient-refused',
      details: { users: [stranger.userId] },
    });
    await expect(send(stranger, rootId, [officer.userId])).rejects.toMatchObject({ status: 404 });
    await expect(send(leader, rootId, [officer.userId], other.taskId)).rejects.toMatchObject({ status: 404 });
    expect(await messages('engine.message-sent')).toEqual([]);
  });
});

describe('抄送', () => {
  const copy = (caller: Caller, taskId: number, users: readonly number[]) =>
    engine.get(CopyCaseCommand).execute({ caller, taskId, users, comment: '供参考' });
  const box = (caller: Caller) => engine.get(CaseBoxReader).read(caller, { box: 'copied', limit: 1 });

  it('comes by hand and by definition, once for each person, unread first, with a receipt for the reading', async () => {
    const first = await start('甲项目');
    await copy(officer, first.taskId, [financeHead.userId]);
    await act(officer, first.taskId, 'SUBMIT');
    expect(await messages('engine.case-copied')).toMatchObject([{ users: [financeHead.userId], by: officer.userId }]);
    const second = await start('乙项目');
    engine.clock.set('2026-03-03T02:00:00.000Z');
    await act(officer, second.taskId, 'SUBMIT');
    expect(await engine.get(BoxCounter).count(financeHead)).toMatchObject({ copied: 2 });

    engine.clock.set('2026-03-04T02:00:00.000Z');
    const { receipt } = await engine.get(CopyReading).read(financeHead, second.rootId);
    const page = await box(financeHead);
    expect(page.items).toMatchObject([{ title: '甲项目', copy: { readAt: null } }]);
    const next = await engine.get(CaseBoxReader).read(financeHead, { box: 'copied', limit: 1, after: page.next ?? '' });
    expect(next).toMatchObject({ items: [{ title: '乙项目' }], next: null });
    expect(next.items[0]?.copy?.readAt?.toISOString()).toBe('2026-03-04T02:00:00.000Z');

    engine.clock.set('2026-03-05T02:00:00.000Z');
    expect(await engine.get(CopyReading).read(financeHead, second.rootId)).toMatchObject({ receipt });
    const told = await engine.get(ReceiptReader).read(financeHead, receipt);
    expect(told).toMatchObject({ kind: 'copy', event: 'read', caseTitle: '乙项目' });
    expect(await engine.get(ReceiptReader).verify(receipt, told.hash)).toMatchObject({ valid: true });
    await assertSound(first.rootId);
    await assertSound(second.rootId);
  });

  it('is refused where the definition denies it, and to people who do not see the case', async () => {
    const { rootId, taskId } = await start();
    await expect(copy(officer, taskId, [stranger.userId])).rejects.toMatchObject({ code: 'engine.recipient-refused' });
    await expect(copy(financeHead, taskId, [leader.userId])).rejects.toMatchObject({ code: 'engine.not-your-task' });
    const { openedTasks } = await act(officer, taskId, 'SUBMIT');
    const payload = { heldOn: '2026-03-01', scan: await scan(leader) };
    const reviewing = await act(leader, openedTasks[0] ?? 0, 'RECORD', { payload });
    await expect(copy(leader, reviewing.openedTasks[0] ?? 0, [officer.userId])).rejects.toMatchObject({
      code: 'engine.operation-not-allowed',
    });
    await expect(engine.get(CopyReading).read(leader, rootId)).rejects.toMatchObject({ status: 404 });
  });
});

describe('暂存', () => {
  const drafts = engine.get(DraftBook);
  const content = { event: 'SUBMIT', form: { amount: 5 }, comment: '未完' };

  it('keeps one draft for each person until the task is closed', async () => {
    const { taskId } = await start();
    expect(await drafts.read(officer, taskId)).toMatchObject({ version: 0, form: {} });
    expect(await drafts.save(officer, taskId, { version: 0, ...content })).toMatchObject({ version: 1 });
    await drafts.save(officer, taskId, { version: 1, ...content, comment: '改' });
    expect(await drafts.read(officer, taskId)).toMatchObject({ ...content, version: 2, comment: '改' });
    await expect(drafts.save(officer, taskId, { version: 1, ...content })).rejects.toMatchObject({
      code: 'engine.draft-stale',
      details: { actual: 2 },
    });
    await expect(drafts.save(officer, taskId, { version: 0, ...content })).rejects.toMatchObject({ status: 409 });
    await act(officer, taskId, 'SUBMIT');
    expect(await database.dataSource.query('SELECT * FROM engine_draft')).toEqual([]);
    await expect(drafts.save(officer, taskId, { version: 0, ...content })).rejects.toMatchObject({
      code: 'engine.task-not-open',
    });
  });

  it('is for those who may act, and no larger than 64 KiB', async () => {
    const { taskId } = await start();
    await expect(drafts.read(leader, taskId)).rejects.toMatchObject({ status: 404 });
    const form = { text: '长'.repeat(30_000) };
    await expect(drafts.save(officer, taskId, { ...content, version: 0, form })).rejects.toMatchObject({ status: 413 });
    await drafts.save(officer, taskId, { ...content, version: 0 });
    await drafts.discard(officer, taskId);
    expect(await drafts.read(officer, taskId)).toMatchObject({ version: 0 });
  });
});

describe('送达回执', () => {
  it('is the history row of what was sent, with the hashes of its files', async () => {
    const { rootId, taskId, receipt } = await start();
    expect(receipt).toBe(`${rootId}-1`);
    const submitted = await act(officer, taskId, 'SUBMIT');
    const file = await scan(leader);
    const decided = await act(leader, submitted.openedTasks[0] ?? 0, 'RECORD', {
      payload: { heldOn: '2026-03-01', scan: file },
    });
    const reader = engine.get(ReceiptReader);
    const number = decided.receipt ?? '';
    const told = await reader.read(leader, number);
    expect(told).toMatchObject({ kind: 'submission', event: 'RECORD', attachments: [{ id: file }] });
    expect(told.attachments[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await reader.verify(number, told.hash.toUpperCase())).toMatchObject({ valid: true });
    expect(await reader.verify(number, '0'.repeat(64))).toEqual({ valid: false, at: null, recordedAt: null });
    expect(await reader.verify('999999-1', told.hash)).toEqual({ valid: false, at: null, recordedAt: null });
    expect(await reader.read(financeHead, number)).toMatchObject({ number }); // audits this county
    await expect(reader.read(officer, number)).rejects.toMatchObject({ status: 404 });
    await expect(reader.read(stranger, number)).rejects.toMatchObject({ status: 404 });
    const listed = await engine.get(CaseReceipts).read(leader, rootId, 'zh');
    expect(listed).toMatchObject([{ number, kind: 'submission', title: '录入纪要', hash: told.hash }]);
    expect(await engine.get(CaseReceipts).read(officer, rootId, 'zh')).toHaveLength(2);
    expect(await engine.get(CaseReceipts).read(financeHead, rootId, 'zh')).toEqual([]);
    await expect(engine.get(CaseReceipts).read(stranger, rootId, 'zh')).rejects.toMatchObject({ status: 404 });
    await assertSound(rootId);
  });
});

describe('补录', () => {
  it('tells the day of a decision taken elsewhere beside the true time of entry', async () => {
    const { rootId, taskId } = await start();
    const { openedTasks } = await act(officer, taskId, 'SUBMIT');
    const deciding = openedTasks[0] ?? 0;
    const payload = { heldOn: '2026-02-20', scan: await scan(leader) };
    await expect(
      act(leader, deciding, 'RECORD', { payload: { ...payload, heldOn: '2026-03-03' } }),
    ).rejects.toMatchObject({ code: 'engine.entered-for-future' });
    await act(leader, deciding, 'RECORD', { payload });
    const row = (await history(rootId)).find(({ facts }) => facts['enteredFor']);
    expect(row?.facts['enteredFor']).toEqual({ on: '2026-02-20' });
    expect(row?.at.toISOString()).toBe(START);
    await assertSound(rootId);
  });

  it('is allowed where the definition says so, for the past, with reason and document', async () => {
    const { rootId, taskId } = await start();
    const document = await scan(officer);
    const at = new Date('2026-02-27T02:00:00.000Z');
    const lateEntry = { at, reason: '系统停机', document };
    await expect(act(officer, taskId, 'SUBMIT', { lateEntry })).rejects.toMatchObject({
      code: 'engine.late-entry-not-allowed',
    });
    const { openedTasks } = await act(officer, taskId, 'SUBMIT');
    const decided = await act(leader, openedTasks[0] ?? 0, 'RECORD', {
      payload: { heldOn: '2026-02-20', scan: await scan(leader) },
    });
    const reviewing = decided.openedTasks[0] ?? 0;
    const own = { ...lateEntry, document: await scan(leader) };
    await expect(act(leader, reviewing, 'APPROVE', { lateEntry })).rejects.toMatchObject({
      code: 'engine.attachment-unknown', // somebody else's file
    });
    await expect(
      act(leader, reviewing, 'APPROVE', { lateEntry: { ...own, at: new Date('2026-03-03T00:00:00Z') } }),
    ).rejects.toMatchObject({ code: 'engine.entered-for-future' });
    await act(leader, reviewing, 'APPROVE', { lateEntry: own });
    const { items } = await engine.get(TimelineReader).read(rootId, { limit: 20 });
    expect(items.flatMap(({ enteredFor }) => enteredFor ?? [])).toEqual([
      { at: '2026-02-20', reason: null, document: null },
      { at: at.toISOString(), reason: '系统停机', document: own.document },
    ]);
    const last = (await history(rootId)).at(-1);
    expect(last?.facts['enteredFor']).toMatchObject({ at: at.toISOString(), reason: '系统停机' });
    expect(last?.at.toISOString()).toBe(START);
    await assertSound(rootId);
  });
});

describe('批量办理', () => {
  it('gives a result for each; one that is refused does not stop the others, and the same key does nothing twice', async () => {
    const first = await start('甲');
    const second = await start('乙');
    const items = [first, { taskId: 999 }, second].map(({ taskId }) => ({ task: taskId, version: 1, event: 'SUBMIT' }));
    const request = { caller: officer, items, receivedAt: new Date(START), idempotency: { key: 'bulk-1', body: [] } };
    const outcomes = await engine.get(BulkActCommand).execute(request);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(outcomes[1]?.refusal).toMatchObject({ code: 'engine.task-not-found' });
    expect(outcomes[1]?.refusal?.zh).toContain('没有编号为 999');
    const again = await engine.get(BulkActCommand).execute(request);
    expect(again.map(({ answer }) => answer?.seq)).toEqual(outcomes.map(({ answer }) => answer?.seq));
    expect((await history(first.rootId)).filter(({ kind }) => kind === 'acted')).toHaveLength(1);
  });
});

describe('保存的视图', () => {
  const views = engine.get(SavedViewService);
  const draft = { name: '本周到期', box: 'todo', filter: { stage: 'budgeting', overdue: false } } as const;

  it('are one’s own, each name once, and keep what narrows', async () => {
    const saved = await views.save(officer, { ...draft, filter: { ...draft.filter, dueBefore: new Date(START) } });
    expect(await views.list(officer)).toEqual([
      { id: saved.id, name: '本周到期', box: 'todo', filter: { ...draft.filter, dueBefore: new Date(START) } },
    ]);
    expect(await views.list(leader)).toEqual([]);
    await expect(views.save(officer, draft)).rejects.toMatchObject({ code: 'engine.view-name-taken' });
    await expect(views.change(leader, saved.id, draft)).rejects.toMatchObject({ status: 404 });
    await views.change(officer, saved.id, { ...draft, name: '改名' });
    expect(await views.list(officer)).toMatchObject([{ name: '改名' }]);
    await expect(views.remove(leader, saved.id)).rejects.toMatchObject({ status: 404 });
    await views.remove(officer, saved.id);
    expect(await views.list(officer)).toEqual([]);
  });

  it('are not more than thirty', async () => {
    for (let number = 0; number < 30; number += 1) await views.save(officer, { ...draft, name: `视图${number}` });
    await expect(views.save(officer, draft)).rejects.toMatchObject({ code: 'engine.too-many-views' });
  });
});
