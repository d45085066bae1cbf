import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aNeed } from '#testing/stages/application';
import { useSystem } from '#support/system';
import { CAST } from '../../apps/cli/src/walkthrough/cast/cast.js';
import { type Answer, RestClient } from './rest.client.js';
import { Story } from './story.js';

jest.setTimeout(120_000);
const system = await useSystem({ settings: { SANSHE_CLOCK: 'settable' } });

interface Line {
  readonly id: number;
  readonly rootId: number;
  readonly state: string;
  readonly version: number;
  readonly onBehalfOf: { readonly name: string } | null;
}
interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

let story: Story;
let officer: RestClient;
let head: RestClient;
let stranger: RestClient;

beforeAll(async () => {
  story = await Story.begin(system);
  const signIn = (login: string) => RestClient.as(system.address, login);
  [officer, head, stranger] = await Promise.all([
    signIn(CAST.officer),
    signIn(CAST.head),
    signIn('tongjiang.business'),
  ]);
}, 120_000);

const tasksOf = (client: RestClient, query: string) => client.get<Page<Line>>(`/tasks?${query}`);
const submit = (client: RestClient, { id, version }: Line) =>
  client.send('POST', `/tasks/${id}/actions/SUBMIT`, { json: { version, form: aNeed() } });

async function idOf(client: RestClient): Promise<number> {
  return (await client.get<{ userId: number }>('/me')).userId;
}

/** Status, code and first wrong field of a refusal. */
function refusalOf({ status, body }: Answer): unknown[] {
  return [status, body.code, body.errors?.[0]?.field];
}

describe('the inbox', () => {
  it('finds the words of a title in Chinese, for those alone who have the task', async () => {
    const { items } = await tasksOf(officer, `text=${encodeURIComponent('易地搬迁 融入')}`);
    expect(items).toMatchObject([{ rootId: story.caseId, state: 'needDrafting' }]);
    expect((await tasksOf(officer, `text=${encodeURIComponent('养老')}`)).items).toEqual([]);
    expect((await tasksOf(stranger, `text=${encodeURIComponent('易地搬迁')}`)).items).toEqual([]);
  });

  it('has boxes of tasks and of cases, each with its count, page by page', async () => {
    await officer.send('POST', '/projects', {
      json: { title: '第二个项目', method: 'competitive-consultation', plannedAmount: 1_000_000 },
    });
    const first = await tasksOf(officer, 'limit=1');
    const second = await tasksOf(officer, `limit=1&after=${encodeURIComponent(first.next ?? '')}`);
    expect([first, second].map(({ items }) => items.length)).toEqual([1, 1]);
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
    const started = await officer.get<Page<{ rootId: number }>>('/cases?box=started');
    expect(started.items.map(({ rootId }) => rootId)).toContain(story.caseId);
    const counts = await officer.get<Record<string, number>>('/tasks/count');
    expect(counts).toMatchObject({ todo: 2, overdue: 0, done: 0, started: 2, copied: 0 });
  });

  it.each([
    ['box=trash', '/box'],
    [`text=${encodeURIComponent('搬')}`, '/text'],
    ['dueBefore=soon', '/dueBefore'],
    ['limit=1000', '/limit'],
  ])('refuses %s', async (query, field) => {
    expect(refusalOf(await officer.send('GET', `/tasks?${query}`))).toEqual([400, 'platform.bad-shape', field]);
  });
});

describe('代理', () => {
  const days = { firstDay: '2026-01-05', lastDay: '2026-01-06', documentNumber: '昭民函〔2026〕3号' };
  const delegate = (client: RestClient, body: object) =>
    client.send<{ id: number }>('POST', '/delegations', { json: { ...days, ...body } });
  let delegation: number;

  it('is refused to oneself, for past or endless days, and to people of another organisation', async () => {
    const [own, other] = await Promise.all([idOf(officer), idOf(stranger)]);
    const to = await idOf(head);
    const refused = [
      await delegate(officer, { delegateId: own }),
      await delegate(officer, { delegateId: other }),
      await delegate(officer, { delegateId: to, firstDay: '2026-01-04' }),
      await delegate(officer, { delegateId: to, lastDay: '2026-01-04' }),
      await delegate(officer, { delegateId: to, lastDay: '2026-12-31' }),
      await delegate(officer, { delegateId: to, principalId: to }),
    ];
    expect(refused.map(({ body }) => body.code)).toEqual([
      'identity.delegation-to-oneself',
      'identity.delegate-not-eligible',
      'identity.delegation-days-past',
      'identity.delegation-days-order',
      'identity.delegation-days-too-long',
      'identity.delegation-not-theirs',
    ]);
  });

  it('lets the substitute act, and the history names both', async () => {
    const before = await tasksOf(head, 'limit=100');
    expect(before.items.filter(({ rootId }) => rootId === story.caseId)).toEqual([]);
    const created = await delegate(officer, { delegateId: await idOf(head) });
    expect(created.status).toBe(201);
    delegation = created.body.id;
    const [task] = (await tasksOf(head, `text=${encodeURIComponent('易地搬迁')}`)).items;
    expect(task?.onBehalfOf?.name).toBe('阿苦阿果');
    const done = task ? await submit(head, task) : null;
    expect(done?.status).toBe(200);
    const { items } = await officer.get<Page<{ event: string; actor: object }>>(`/cases/${story.caseId}/history`);
    expect(items.find(({ event }) => event === 'SUBMIT')?.actor).toMatchObject({
      name: '海来里曲',
      onBehalfOf: '阿苦阿果',
    });
    // It stands in the 已办 of both, and the receipt is for both.
    for (const client of [officer, head]) {
      expect((await tasksOf(client, 'box=done')).items.map(({ rootId }) => rootId)).toContain(story.caseId);
      expect((await client.send('GET', `/receipts/${String(done?.body['receipt'])}`)).status).toBe(200);
    }
  });

  it('is refused in a circle, and nobody else learns of it', async () => {
    const back = await delegate(head, { delegateId: await idOf(officer) });
    expect(refusalOf(back)).toEqual([409, 'identity.delegation-circle', '/delegateId']);
    const foreign = await stranger.send('POST', `/delegations/${delegation}/revoke`);
    expect(foreign.body.code).toBe('identity.delegation-not-found');
    expect((await stranger.send('GET', `/delegations/${delegation}`)).status).toBe(404);
  });

  it('ends with its last day: nothing more is done by it', async () => {
    const { items } = await tasksOf(head, `text=${encodeURIComponent('第二个项目')}`);
    const task = items[0];
    expect(task?.onBehalfOf).not.toBeNull();
    await story.jumpTo('2026-01-07T01:00:00.000Z');
    expect((await tasksOf(head, `text=${encodeURIComponent('第二个项目')}`)).items).toEqual([]);
    const lapsed = task ? await submit(head, task) : null;
    expect([lapsed?.status, lapsed?.body.code]).toEqual([403, 'engine.delegation-not-in-force']);
    const now = await officer.get<{ status: string }>(`/delegations/${delegation}`);
    expect(now.status).toBe('over');
  });
});

describe('开户', () => {
  const request = {
    creditCode: '52513431MJX7K20439',
    organisationName: '索玛花社工中心',
    kind: 'social-organisation',
    divisionCode: '513431',
    contactName: '阿依',
    phone: '13800138000',
    idNumber: '11010519491231002X',
  };
  const PASSWORD = 'Mountain-Rain-48';
  const nobody = RestClient.nobody(system.address);
  const ask = (change: object = {}) =>
    nobody.send<{ receipt: string }>('POST', '/account-requests', { json: { ...request, ...change } });

  /** With the one-time code one chooses a password, once. */
  async function firstLogin({ login, code }: { login: string; code: string }): Promise<RestClient> {
    const json = { login, code, newPassword: PASSWORD };
    expect((await nobody.send('POST', '/password-resets', { json })).status).toBe(204);
    expect((await nobody.send('POST', '/password-resets', { json })).status).toBe(422);
    const credentials = { login, password: PASSWORD };
    const { body } = await nobody.send<{ accessToken: string }>('POST', '/sessions', { json: credentials });
    return RestClient.bearing(system.address, body.accessToken);
  }

  /** 三权分立: the system administrator opens the account, the security administrator grants the role. */
  async function newReviewer(): Promise<RestClient> {
    const admin = await RestClient.as(system.address, 'admin');
    const security = await RestClient.as(system.address, 'security.admin');
    const { organisationId } = await officer.get<{ organisationId: number }>('/me');
    const json = { login: 'zhaojue.review', name: '新同志', organisationId, roles: ['supervision-officer'] };
    expect((await security.send('POST', '/users', { json })).status).toBe(403);
    const opened = await admin.send<{ login: string; code: string }>('POST', '/users', { json });
    const { items } = await security.get<Page<{ id: number }>>('/role-requests');
    const path = `/role-requests/${items[0]?.id}/decision`;
    expect((await admin.send('PUT', path, { json: { granted: true } })).status).toBe(403);
    expect((await security.send('PUT', path, { json: { granted: true } })).status).toBeLessThan(300);
    return firstLogin(opened.body);
  }

  it('refuses what is no credit code, and kinds that are not open to all', async () => {
    expect(refusalOf(await ask({ creditCode: '52510000MJX9D1095X' }))).toEqual([
      400,
      'platform.bad-shape',
      '/creditCode',
    ]);
    expect((await ask({ kind: 'civil-affairs' })).body.code).toBe('identity.kind-not-open');
  });

  it('is asked for by anybody, decided on in the own county, and leads to a login by a one-time code', async () => {
    const { receipt } = (await ask()).body;
    expect((await ask()).body.code).toBe('identity.account-request-pending');
    const reviewer = await newReviewer();
    const { items } = await reviewer.get<Page<{ id: number; phone: string }>>('/account-reviews');
    expect(items).toMatchObject([{ phone: '138****8000' }]);
    const path = `/account-reviews/${items[0]?.id}/approval`;
    const superior = await RestClient.as(system.address, 'liangshan.supervision');
    expect((await superior.send('POST', path)).status).toBe(404);
    expect((await officer.send('POST', path)).status).toBe(403);
    const opened = await reviewer.send<{ login: string; code: string }>('POST', path);
    expect(opened.status).toBe(201);
    expect((await reviewer.send('POST', path)).body.code).toBe('identity.account-request-decided');
    expect((await nobody.get<{ status: string }>(`/account-requests/${receipt}`)).status).toBe('approved');

    const { login, code } = opened.body;
    const guess = { login, code: 'AAAA-AAAA-AAAA', newPassword: PASSWORD };
    expect((await nobody.send('POST', '/password-resets', { json: guess })).status).toBe(422);
    const me = await (await firstLogin({ login, code })).get<{ organisationName: string }>('/me');
    expect(me.organisationName).toBe(request.organisationName);
  });
});
