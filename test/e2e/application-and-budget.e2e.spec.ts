import { describe, expect, it } from '@jest/globals';
import type { Json, JsonObject } from '#libs/kernel';
import { DemoConfig } from '#libs/platform';
import { aNeed } from '#testing/stages/application';
import { aBudget, aBudgetLine } from '#testing/stages/budgeting';
import { useSystem } from '#support/system';

const AMOUNT = 110_000_000;
const system = await useSystem();

interface Answer {
  readonly status: number;
  readonly body: Record<string, Json>;
}

/** One person at the API. */
class Person {
  private constructor(private readonly token: string) {}

  static async signIn(login: string): Promise<Person> {
    const { body } = await send('POST', '/sessions', { login, password: new DemoConfig().password }, {});
    const { accessToken } = body;
    if (typeof accessToken !== 'string') throw new Error(`${login} could not sign in`);
    return new Person(accessToken);
  }

  get(path: string): Promise<Answer> {
    return send('GET', path, undefined, this.headers());
  }

  post(path: string, body: JsonObject, headers: Record<string, string> = {}): Promise<Answer> {
    return send('POST', path, body, { ...this.headers(), ...headers });
  }

  /** Does the one task that the person has in that case. */
  async act(project: number, event: string, form: JsonObject): Promise<Answer> {
    const { body } = await this.get('/tasks?limit=100');
    const task = (body['items'] as JsonObject[]).find((item) => item['rootId'] === project);
    return this.post(`/tasks/${Number(task?.['id'])}/actions/${event}`, { version: Number(task?.['version']), form });
  }

  async upload(project: number, name: string): Promise<number> {
    const content = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';
    const body = new FormData();
    body.append('file', new Blob([content], { type: 'application/pdf' }), name);
    const url = `${system.address}/api/v1/cases/${project}/attachments`;
    const response = await fetch(url, { method: 'POST', body, headers: this.headers() });
    return Number(((await response.json()) as JsonObject)['id']);
  }

  private headers(): Record<string, string> {
    return { authorization: `Bearer ${this.token}` };
  }
}

async function send(
  method: 'GET' | 'POST',
  path: string,
  body: JsonObject | undefined,
  headers: Record<string, string>,
): Promise<Answer> {
  const all = body === undefined ? headers : { ...headers, 'content-type': 'application/json' };
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(`${system.address}/api/v1${path}`, { method, headers: all, ...content });
  return { status: response.status, body: (await response.json()) as Record<string, Json> };
}

const officer = await Person.signIn('zhaojue.business');
const START = {
  title: '易地搬迁社区融入',
  method: 'competitive-consultation',
  plannedAmount: AMOUNT,
  township: '513431102',
  village: '513431102201',
};

async function started(): Promise<number> {
  const { status, body } = await officer.post('/projects', START);
  expect(status).toBe(201);
  return Number(body['id']);
}

async function decided(): Promise<number> {
  const project = await started();
  const village = await Person.signIn('huoluo.officer');
  await officer.act(project, 'SUBMIT', aNeed({ village: START.village }));
  const stampedScan = await village.upload(project, '村委会意见.pdf');
  const opinion = { opinion: '同意申报', meetingOn: '2026-01-06', venue: '村级活动室', stampedScan };
  await village.act(project, 'APPROVE', opinion);
  await (await Person.signIn('zhuhe.officer')).act(project, 'APPROVE', { opinion: '情况属实' });
  const review = { opinion: '材料齐全', complete: true, withinDuties: true };
  await (await Person.signIn('zhaojue.deputy')).act(project, 'APPROVE', review);
  const decision = { opinion: '同意立项', documentNo: '昭民〔2026〕12号', decidedOn: '2026-01-20' };
  await (await Person.signIn('zhaojue.leader')).act(project, 'APPROVE', decision);
  return project;
}

describe('demo project 23 at the API', () => {
  it('is applied for, budgeted, signed off and released by the people of 昭觉', async () => {
    const project = await decided();
    const { body: funds } = await officer.get('/funds?limit=100');
    const fund = (funds['items'] as JsonObject[]).find((item) => item['title'] === '州级福彩公益金补助');
    const account = Number(fund?.['id']);
    expect(fund).toMatchObject({ amount: 200_000_000, free: 200_000_000 });
    await officer.act(
      project,
      'SUBMIT',
      aBudget(account, { lines: [aBudgetLine(account, { amount: AMOUNT })], total: AMOUNT }),
    );
    await (await Person.signIn('zhaojue.planfinance')).act(project, 'APPROVE', { opinion: '测算合理' });
    await (await Person.signIn('zhaojue.leader')).act(project, 'APPROVE', { opinion: '同意报送' });
    const review = { lines: [{ line: 1, approvedAmount: AMOUNT }], approvedTotal: AMOUNT, opinion: '同意' };
    await (await Person.signIn('zhaojue-finance.social')).act(project, 'APPROVE', review);
    const signOff = { documentNo: '昭财社〔2026〕8号', approvedAmount: AMOUNT, signedOn: '2026-02-02' };
    await (await Person.signIn('zhaojue-finance.head')).act(project, 'APPROVE', signOff);
    const release = { documentNo: '昭财库〔2026〕15号', releasedOn: '2026-02-04' };
    await (await Person.signIn('zhaojue-finance.treasury')).act(project, 'RELEASE', release);

    const { body: detail } = await officer.get(`/projects/${project}`);
    expect(detail).toMatchObject({
      stage: 'procurement',
      purchaserName: '昭觉县民政局',
      approvedAmount: AMOUNT,
      category: 'h',
      money: { planned: AMOUNT, approved: AMOUNT, released: AMOUNT, paid: 0 },
    });
    const { body: ledger } = await officer.get(`/projects/${project}/ledger`);
    expect((ledger['items'] as JsonObject[]).map((item) => item['kind'])).toEqual(['approved', 'released']);
    const { body: application } = await officer.get(`/projects/${project}/application`);
    expect(application).toMatchObject({ decision: { documentNo: '昭民〔2026〕12号' } });
    const { body: budget } = await officer.get(`/projects/${project}/budget`);
    expect(budget).toMatchObject({ total: AMOUNT, documents: [{ kind: 'approval' }, { kind: 'release' }] });
  });

  it('is there for its prefecture and for the township that is asked, and not for another county', async () => {
    const project = await started();
    const stranger = await Person.signIn('tongjiang.business');
    for (const path of ['', '/ledger', '/application', '/budget']) {
      expect((await stranger.get(`/projects/${project}${path}`)).status).toBe(404);
    }
    expect((await stranger.get('/projects')).body['items']).toEqual([]);
    const township = await Person.signIn('zhuhe.officer');
    expect((await township.get(`/projects/${project}`)).status).toBe(404);
    await officer.act(project, 'SUBMIT', aNeed({ village: START.village }));
    for (const person of [officer, township, await Person.signIn('liangshan.supervision')]) {
      const { body } = await person.get('/projects');
      expect(body['items']).toContainEqual(expect.objectContaining({ id: project, status: 'open' }));
      expect((await person.get(`/projects/${project}`)).status).toBe(200);
    }
  });

  it('is begun once for one key, and refused where the request is wrong', async () => {
    const key = { 'idempotency-key': 'start-23' };
    const first = await officer.post('/projects', START, key);
    const second = await officer.post('/projects', START, key);
    expect(second.body).toEqual(first.body);
    const other = await officer.post('/projects', { ...START, plannedAmount: 1 }, key);
    expect(other.status).toBe(409);
    const bad = await officer.post('/projects', { ...START, plannedAmount: 1.5, extra: true });
    expect(bad.status).toBe(400);
    const fields = (bad.body['errors'] as JsonObject[]).map((error) => error['field']);
    expect(fields.sort()).toEqual(['/extra', '/plannedAmount']);
    const outside = await officer.post('/projects', { ...START, township: '511921100', village: '511921100200' });
    expect(outside).toMatchObject({ status: 422, body: { code: expect.stringMatching(/^projects\.place-/) } });
    const leader = await Person.signIn('zhaojue.leader');
    expect((await leader.post('/projects', START)).status).toBe(403);
    const clerk = await Person.signIn('zhuhe.officer');
    expect((await clerk.get('/funds')).status).toBe(403);
  });
});
