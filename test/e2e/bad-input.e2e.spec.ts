import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { useSystem } from '#support/system';
import { need } from '../../apps/cli/src/walkthrough/script/need.form.js';
import { PROCUREMENT_NEED } from '../../apps/cli/src/walkthrough/script/procurement.need.js';
import { caseRows } from './case.rows.js';
import { type Answer, type Request, RestClient } from './rest.client.js';
import { Story } from './story.js';

jest.setTimeout(120_000);
const LIMIT = 65_536;
const system = await useSystem({
  settings: { SANSHE_CLOCK: 'settable', SANSHE_UPLOAD_LIMIT: String(LIMIT), SANSHE_BODY_LIMIT: String(LIMIT) },
});

let drafting: Story;
let buying: Story;
let officer: RestClient;

beforeAll(async () => {
  officer = await RestClient.as(system.address, 'zhaojue.business');
  drafting = await Story.begin(system);
  buying = await Story.begin(system);
  await buying.untilProcurement();
}, 120_000);

interface Refusal {
  readonly status: number;
  readonly code: string;
  /** JSON pointer of the field and the rule that it breaks. */
  readonly field: string;
  readonly rule: string;
}

/** The answer is a problem that says where and by which rule, and the case is what it was. */
async function expectRefusal(story: Story, refusal: Refusal, send: () => Promise<Answer>): Promise<void> {
  const before = await caseRows(system.ownerUrl, story.caseId);
  const { status, type, body } = await send();
  const { status: expected, code, field, rule } = refusal;
  expect({ status, type, code: body.code }).toEqual({ status: expected, type: PROBLEM, code });
  expect(body.errors).toContainEqual(expect.objectContaining({ field, rule }));
  expect(body.detail).toMatch(/\p{Script=Han}/u);
  expect(await caseRows(system.ownerUrl, story.caseId)).toEqual(before);
}

const PROBLEM = 'application/problem+json; charset=utf-8';

/** Hands in the need, changed as the test says. */
async function submit(change: Record<string, unknown>, request: Request & { event?: string; version?: number } = {}) {
  const { event = 'SUBMIT', version = 1, ...rest } = request;
  const path = `/tasks/${await drafting.taskId('needDrafting')}/actions/${event}`;
  return officer.send('POST', path, { json: { version, form: { ...need(), ...change } }, ...rest });
}

async function submitAs(client: RestClient): Promise<Answer> {
  const path = `/tasks/${await drafting.taskId('needDrafting')}/actions/SUBMIT`;
  return client.send('POST', path, { json: { version: 1, form: need() } });
}

const shape = (field: string, rule: string): Refusal => ({ status: 400, code: 'platform.bad-shape', field, rule });
const form = (field: string, rule: string): Refusal => ({ status: 422, code: 'engine.form-refused', field, rule });

describe('events', () => {
  const unknown = { status: 422, code: 'engine.unknown-event', field: '/event', rule: 'declared' };

  it.each(['FLY', 'submit', 'APPROVE'])('refuses %s, which the state does not take', async (event) => {
    await expectRefusal(drafting, unknown, () => submit({}, { event }));
  });

  it.each(['xstate.init', 'xstate.done.actor.0.application', 'xstate.after.draftingPeriod.needDrafting'])(
    'refuses the machine’s own %s',
    async (event) => expectRefusal(drafting, unknown, () => submit({}, { event })),
  );

  it('refuses them where no task is needed, too', async () => {
    const { instances } = await buying.read();
    const id = instances.find(({ stage }) => stage === 'procurement')?.id;
    await expectRefusal(buying, unknown, () =>
      officer.send('POST', `/instances/${id}/events/xstate.stop`, { json: {} }),
    );
    await expectRefusal(buying, unknown, () => officer.send('POST', `/instances/${id}/events/RESPOND`, { json: {} }));
  });
});

describe('authority', () => {
  it('refuses another role of the same organisation', async () => {
    const planner = await RestClient.as(system.address, 'zhaojue.planfinance');
    const refusal = { status: 403, code: 'engine.not-your-task', field: '/id', rule: 'assignee' };
    await expectRefusal(drafting, refusal, () => submitAs(planner));
  });

  it('does not even tell another county that the task is there', async () => {
    const stranger = await RestClient.as(system.address, 'tongjiang.business');
    const refusal = { status: 404, code: 'engine.task-not-found', field: '/id', rule: 'visible' };
    await expectRefusal(drafting, refusal, () => submitAs(stranger));
  });

  it.each([
    ['missing', (address: string) => RestClient.nobody(address)],
    ['malformed', (address: string) => RestClient.bearing(address, 'not-a-token')],
    ['forged', (address: string) => RestClient.bearing(address, 'x.y.z')],
  ] as const)('refuses a %s token', async (rule, client) => {
    const refusal = { status: 401, code: 'identity.not-logged-in', field: '/headers/authorization', rule };
    await expectRefusal(drafting, refusal, () => submitAs(client(system.address)));
  });
});

describe('forms', () => {
  it('names the field that is missing', async () => {
    await expectRefusal(drafting, form('/form/village', 'required'), () => submit({ village: undefined }));
  });

  it.each([
    ['text for an amount', { plannedAmount: '一百一十万' }, '/form/plannedAmount', 'type'],
    ['a fraction of a fen', { plannedAmount: 110.5 }, '/form/plannedAmount', 'type'],
    ['an amount below its minimum', { plannedAmount: 0 }, '/form/plannedAmount', 'minimum'],
    ['a field nobody asked for', { bribe: 1 }, '/form/bribe', 'additionalProperties'],
    ['a date that does not exist', { serviceFrom: '2026-02-30' }, '/form/serviceFrom', 'format'],
  ])('refuses %s', async (_, change, field, rule) => {
    await expectRefusal(drafting, form(field, rule), () => submit(change));
  });

  it('refuses an attachment that is not there', async () => {
    await expectRefusal(drafting, { ...form('/form', 'attachment'), code: 'engine.attachment-unknown' }, () =>
      submit({ attachments: [99_999_999] }),
    );
  });

  it('refuses a ceiling price above the approved budget', async () => {
    const path = `/tasks/${await buying.taskId('needDrafting')}/actions/SUBMIT`;
    const json = { version: 1, form: { ...PROCUREMENT_NEED, ceilingPrice: 110_000_001 } };
    const refusal = {
      status: 422,
      code: 'procurement.price-above-limit',
      field: '/form/ceilingPrice',
      rule: 'within-limit',
    };
    await expectRefusal(buying, refusal, () => officer.send('POST', path, { json }));
  });

  it('refuses a date that does not exist outside of forms, too', async () => {
    const worker = await RestClient.as(system.address, 'admin');
    await expectRefusal(drafting, shape('/at', 'isIso8601'), () =>
      worker.send('POST', '/clock', { json: { at: '2026-02-30T00:00:00Z' } }),
    );
  });
});

describe('twice and late', () => {
  it('refuses a stale task version', async () => {
    const refusal = { status: 409, code: 'engine.task-stale', field: '/version', rule: 'current' };
    await expectRefusal(drafting, refusal, () => submit({}, { version: 7 }));
  });

  it('answers the same body again, and refuses the key for another', async () => {
    const story = await Story.begin(system);
    const path = `/tasks/${await story.taskId('needDrafting')}/actions/SUBMIT`;
    const headers = { 'idempotency-key': 'hand-in-once' };
    const send = (title: string) =>
      officer.send('POST', path, { json: { version: 1, form: { ...need(), targetGroup: title } }, headers });
    const first = await send('搬迁群众');
    const rows = await caseRows(system.ownerUrl, story.caseId);
    const again = await send('搬迁群众');
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    expect((await caseRows(system.ownerUrl, story.caseId)).seq).toBe(rows.seq);
    const field = '/headers/idempotency-key';
    const refusal = { status: 409, code: 'engine.idempotency-conflict', field, rule: 'unique' };
    await expectRefusal(story, refusal, () => send('全体村民'));
  });

  it('refuses a key that is none', async () => {
    const refusal = {
      status: 400,
      code: 'engine.bad-idempotency-key',
      field: '/headers/idempotency-key',
      rule: 'pattern',
    };
    await expectRefusal(drafting, refusal, () => submit({}, { headers: { 'idempotency-key': 'a b' } }));
  });
});

describe('size and shape of the request', () => {
  it('refuses a body over the limit', async () => {
    const refusal = { status: 413, code: 'platform.body-too-large', field: '', rule: 'maxBytes' };
    await expectRefusal(drafting, refusal, () => submit({ needStatement: '长'.repeat(LIMIT) }));
  });

  it.each([1, LIMIT])('refuses a file that is %i bytes over the limit', async (over) => {
    const content = Buffer.alloc(LIMIT + over, '%PDF-1.4\n');
    const refusal = { status: 413, code: 'platform.file-too-large', field: '/file', rule: 'maxBytes' };
    await expectRefusal(drafting, refusal, () => upload('大.pdf', content));
  });

  it('takes a file of exactly the limit', async () => {
    expect(await upload('满.pdf', Buffer.alloc(LIMIT, '%PDF-1.4\n'))).toMatchObject({
      status: 201,
      body: { size: LIMIT },
    });
  });

  it('refuses a program that calls itself a document', async () => {
    const refusal = { status: 415, code: 'platform.file-type-refused', field: '/file', rule: 'mediaType' };
    await expectRefusal(drafting, refusal, () => upload('公文.pdf', Buffer.from('MZ\u0000\u0003\u0000\u0000\u0000')));
  });

  it('refuses an upload without a file', async () => {
    const refusal = { status: 400, code: 'engine.file-missing', field: '/file', rule: 'required' };
    await expectRefusal(drafting, refusal, () =>
      officer.send('POST', `/cases/${drafting.caseId}/attachments`, { json: {} }),
    );
  });

  it('refuses what is no JSON, and fields that are not declared', async () => {
    const json = { 'content-type': 'application/json' };
    const path = `/tasks/${await drafting.taskId('needDrafting')}/actions/SUBMIT`;
    await expectRefusal(drafting, shape('', 'json'), () =>
      officer.send('POST', path, { raw: '{"version":', headers: json }),
    );
    await expectRefusal(drafting, shape('/nice', 'whitelistValidation'), () =>
      officer.send('POST', path, { json: { version: 1, form: need(), nice: true } }),
    );
    await expectRefusal(drafting, shape('/version', 'isInt'), () =>
      officer.send('POST', path, { json: { form: need() } }),
    );
  });

  it.each([
    ['abc', 'isInt'],
    ['1.5', 'isInt'],
    ['-1', 'min'],
    ['9007199254740993', 'max'],
  ])('refuses %s for an id', async (id, rule) => {
    await expectRefusal(drafting, shape('/id', rule), () =>
      officer.send('POST', `/tasks/${id}/actions/SUBMIT`, { json: { version: 1, form: need() } }),
    );
  });

  it.each([
    ['abc', 'isInt'],
    ['1.5', 'isInt'],
    ['%00', 'isInt'],
    ['-1', 'min'],
    ['0', 'min'],
    ['9007199254740993', 'max'],
  ])('refuses %s where the address names a case', async (id, rule) => {
    await expectRefusal(drafting, shape('/id', rule), () => officer.send('GET', `/cases/${id}`));
  });

  it('refuses pages that are too large and cursors that are none', async () => {
    await expectRefusal(drafting, shape('/limit', 'max'), () => officer.send('GET', '/projects?limit=101'));
    const cursor = { ...shape('/after', 'cursor'), code: 'platform.bad-cursor' };
    await expectRefusal(drafting, cursor, () => officer.send('GET', `/cases/${drafting.caseId}/history?after=x`));
  });
});

const upload = (name: string, content: Buffer): Promise<Answer> =>
  officer.upload(`/cases/${drafting.caseId}/attachments`, name, content);
