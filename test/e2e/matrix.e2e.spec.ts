import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { listDemoAccounts, RoleCatalogue } from '#libs/identity';
import { DirectoriesConfig, Environment } from '#libs/platform';
import { useSystem } from '#support/system';
import { CAST } from '../../apps/cli/src/walkthrough/cast/cast.js';
import { type ApiDocument, addressOf, type Endpoint, endpointsOf, sampleOf } from './matrix/api.operations.js';
import { RestClient } from './rest.client.js';
import { Story } from './story.js';

jest.setTimeout(120_000);
const system = await useSystem({ settings: { SANSHE_CLOCK: 'settable' } });
const directories = new DirectoriesConfig(new Environment({}));
const catalogue = new RoleCatalogue(directories);

/** No record has it. */
const NOWHERE = 999_999_999_999;
/** Ends the login that it is called with: asked last, once for each person. */
const ENDS_LOGIN = 'delete /api/v1/sessions/current';
/** Answers in flight at once. */
const LANES = 8;

interface Player {
  readonly role: string;
  readonly login: string;
  readonly permissions: ReadonlySet<string>;
  readonly token: string;
}

interface Outcome {
  readonly status: number;
  readonly code: string;
}

interface Call {
  readonly token: string | null;
  readonly address: string;
  readonly method: string;
  readonly body?: unknown;
}

let document: ApiDocument;
let endpoints: readonly Endpoint[];
let players: readonly Player[];

beforeAll(async () => {
  document = (await (await fetch(`${system.address}/api/docs-json`)).json()) as ApiDocument;
  endpoints = endpointsOf(document);
  const accounts = listDemoAccounts(directories, { all: true });
  const found = [];
  for (const role of catalogue.roleNames) {
    const having = accounts.filter(({ roles }) => roles.includes(catalogue.titleOf(role).zh));
    const account = having.toSorted((a, b) => a.roles.length - b.roles.length)[0];
    if (account) found.push({ role, login: account.login });
  }
  const tokens = new Map<string, Promise<RestClient>>();
  // One login for each person: ending the others' sessions must not end a role's.
  for (const { login } of found) tokens.set(login, tokens.get(login) ?? RestClient.as(system.address, login));
  players = await Promise.all(found.map(async (one) => playerOf(one, await tokens.get(one.login))));
}, 120_000);

async function playerOf({ role, login }: { role: string; login: string }, client?: RestClient): Promise<Player> {
  if (!client) throw new TypeError(`${login} is not logged in`);
  const { roles, permissions } = await client.get<{ roles: string[]; permissions: string[] }>('/me');
  expect(new Set(permissions)).toEqual(catalogue.permissionsOf(roles));
  return { role, login, permissions: new Set(permissions), token: client.bearer };
}

/** Status, and the code of a refusal; a stream is cut off as soon as it answers. */
async function statusOf({ token, address, method, body }: Call): Promise<Outcome> {
  const abort = new AbortController();
  const response = await fetch(`${system.address}${address}`, {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: abort.signal,
  });
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  const { code = '' } = isProblem ? ((await response.json()) as { code?: string }) : {};
  abort.abort();
  return { status: response.status, code };
}

/** An empty body and ids of nothing: whoever is let in is told so, and nothing changes. */
function askFor(endpoint: Endpoint, token: string | null): Call {
  const values = endpoint.parts.map(({ name, isNumber }) => [name, isNumber ? NOWHERE : 'none']);
  const hasBody = endpoint.method === 'POST' || endpoint.method === 'PUT' || endpoint.method === 'PATCH';
  const address = addressOf(endpoint, Object.fromEntries(values));
  return { token, address, method: endpoint.method, ...(hasBody ? { body: {} } : {}) };
}

async function inLanes<T>(tasks: readonly T[], work: (task: T) => Promise<void>): Promise<void> {
  const queue = [...tasks];
  const lane = async (): Promise<void> => {
    for (let task = queue.shift(); task !== undefined; task = queue.shift()) await work(task);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** What the declaration promises to that person; null when the answer keeps it. */
function broken({ access }: Endpoint, permissions: ReadonlySet<string> | null, outcome: Outcome): string | null {
  const { status } = outcome;
  const isOpen = access.kind === 'public' || (permissions !== null && isPermitted(access, permissions));
  if (isOpen) return isShut(access, outcome) || status >= 500 ? 'declared open, but shut or broken' : null;
  const refusal = permissions === null ? 401 : 403;
  return status === refusal ? null : `declared shut: should be ${refusal}`;
}

/** What a login page is sent may be wrong (401) without the page being shut. */
function isShut(access: Endpoint['access'], { status, code }: Outcome): boolean {
  if (status === 401) return access.kind !== 'public' || code === 'identity.not-logged-in';
  return status === 403;
}

function isPermitted(access: Endpoint['access'], permissions: ReadonlySet<string>): boolean {
  return access.kind !== 'permission' || permissions.has(access.permission);
}

describe('the board of the queues', () => {
  const visit = (headers: Record<string, string>) => fetch(`${system.address}/api/operations/queues`, { headers });

  it('opens for the administrator alone, with the pass that the login gets', async () => {
    expect((await visit({})).status).toBe(401);
    for (const { role, token, permissions } of players) {
      const mayLook = permissions.has('operations.manage');
      const { status } = await visit({ authorization: `Bearer ${token}` });
      expect(`${role} ${status}`).toBe(`${role} ${mayLook ? 200 : 403}`);
    }
    const admin = players.find(({ permissions }) => permissions.has('operations.manage'));
    const pass = await fetch(`${system.address}/api/v1/operations/queue-board/pass`, {
      method: 'POST',
      headers: { authorization: `Bearer ${admin?.token}` },
    });
    const [cookie = ''] = (pass.headers.get('set-cookie') ?? '').split(';');
    const queues = await fetch(`${system.address}/api/operations/queues/api/queues`, { headers: { cookie } });
    expect(await queues.json()).toMatchObject({ queues: [{ name: 'deadlines', readOnlyMode: true }] });
  });
});

describe('every endpoint as every role', () => {
  it('has a demo person for each role', () => {
    expect([...catalogue.roleNames].filter((role) => !players.some((player) => player.role === role))).toEqual([]);
  });

  it('answers as it declares', async () => {
    const people = [{ role: 'nobody', token: null, permissions: null }, ...players];
    const last = endpoints.filter(({ name }) => name === ENDS_LOGIN);
    // Who plays two roles ends its one login once.
    const logins = [...new Map(people.map((person) => [person.token, person])).values()];
    const calls = endpoints
      .filter(({ name }) => name !== ENDS_LOGIN)
      .flatMap((endpoint) => people.map((person) => ({ endpoint, person })));
    const endings = last.flatMap((endpoint) => logins.map((person) => ({ endpoint, person })));
    const wrong: string[] = [];
    const ask = async ({ endpoint, person }: (typeof calls)[number]): Promise<void> => {
      const outcome = await statusOf(askFor(endpoint, person.token));
      const problem = broken(endpoint, person.permissions, outcome);
      if (problem) wrong.push(`${endpoint.name} as ${person.role}: ${outcome.status} ${outcome.code}, ${problem}`);
    };
    await inLanes(calls, ask);
    await inLanes(endings, ask);
    expect(wrong).toEqual([]);
    expect(calls.length).toBeGreaterThan(1000);
  });
});

describe('a record of another county', () => {
  /** Numbers of real records of 昭觉县 by the first part of the address, or why none can be another county's. */
  let records: Readonly<Record<string, number | string>>;

  beforeAll(async () => {
    const story = await Story.begin(system);
    const [open] = (await story.read()).tasks;
    const officer = await RestClient.as(system.address, CAST.officer);
    const upload = await officer.upload(`/cases/${story.caseId}/attachments`, '需求.txt', Buffer.from('需求'));
    const conflict = { subjectKind: 'case', subjectId: story.caseId, reason: '近亲属' };
    const recusal = await officer.send<{ id: number }>('POST', '/recusals', { json: conflict });
    const me = await officer.get<{ userId: number; organisationId: number }>('/me');
    const colleague = await (await RestClient.as(system.address, 'zhaojue.business2')).get<{ userId: number }>('/me');
    const away = {
      delegateId: colleague.userId,
      firstDay: '2026-01-06',
      lastDay: '2026-01-07',
      documentNumber: '昭民发〔2026〕1号',
    };
    const delegation = await officer.send<{ id: number }>('POST', '/delegations', { json: away });
    const saved = await officer.send<{ id: number }>('POST', '/inbox-views', {
      json: { name: '逾期', box: 'todo', filter: {} },
    });
    expect([upload, recusal, delegation, saved].map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    records = {
      cases: story.caseId,
      projects: story.caseId,
      tasks: open?.id ?? 0,
      instances: open?.instanceId ?? 0,
      attachments: upload.body.id,
      recusals: recusal.body.id,
      delegations: delegation.body.id,
      users: me.userId,
      'inbox-views': saved.body.id,
      notifications: 'are asked for by their owner alone',
      incidents: 'are the system’s',
      'account-reviews': 'are tried where requests for accounts are',
      supervisions: 'come about by being late: tried where supervisions are',
      'sealed-values': 'are found through a case that one sees',
      'role-requests': 'are the security administrator’s, of every county',
      organisations: 'are a public directory',
      public: 'is public',
    };
  }, 120_000);

  const strangers = ['tongjiang.business', 'tongjiang.leader', 'tongjiang.head', 'bazhong.supervision'];

  it.each(strangers)('answers %s like one that does not exist', async (login) => {
    const client = await RestClient.as(system.address, login);
    const asked = endpoints.filter(({ parts }) => parts[0]?.isNumber && parts[0].name === 'id');
    const different: string[] = [];
    await inLanes(asked, async (endpoint) => {
      const record = records[endpoint.path.split('/')[3] ?? ''];
      if (record === undefined) different.push(`${endpoint.name}: the matrix knows no record for it`);
      if (typeof record !== 'number') return;
      const [real, unreal] = [await answer(client, endpoint, record), await answer(client, endpoint, NOWHERE)];
      if (real !== unreal) different.push(`${endpoint.name}: ${real} instead of ${unreal}`);
    });
    expect(different).toEqual([]);
  });

  /** Status and words of an answer, without the number that was asked for. */
  async function answer(client: RestClient, endpoint: Endpoint, id: number): Promise<string> {
    const others = endpoint.parts.slice(1).map(({ name, isNumber }) => [name, isNumber ? NOWHERE - 1 : 'NONE']);
    const address = addressOf(endpoint, { id, ...Object.fromEntries(others) }).replace('/api/v1', '');
    const json = endpoint.body ? sampleOf(document, endpoint.body) : undefined;
    const { status, body } = await client.send(endpoint.method, address, json === undefined ? {} : { json });
    const { code = '', detail = '' } = body;
    return `${status} ${code} ${detail.replaceAll(String(id), '#')}`;
  }
});
