import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { useSystem } from '#support/system';
import { CAST } from '../../apps/cli/src/walkthrough/cast/cast.js';
import { RestClient } from './rest.client.js';

jest.setTimeout(240_000);

interface Version {
  readonly version: number;
  readonly status: string;
  readonly note: string | null;
  readonly source: string;
}

interface Instance {
  readonly id: number;
  readonly process: string;
  readonly version: number;
}

const PROCESS = 'application.standard';
const SHIPPED = readFileSync('workflows/application/application.standard.yaml', 'utf8');
const BASE = Number(/^version: (\d+)$/m.exec(SHIPPED)?.[1]);
const FOLLOWING = BASE + 1;
const NEXT = asVersion(FOLLOWING, SHIPPED).replace(/(draftingPeriod:[^{]*\{[\s\S]*?default: )P\d+WD/, '$1P15WD');
function asVersion(version: number, source: string): string {
  return source.replace(/^version: \d+$/m, `version: ${version}`);
}
const PROJECT = { title: '换版项目', method: 'competitive-consultation', plannedAmount: 1_000_000 };

const system = await useSystem();
const folder = await mkdtemp(join(tmpdir(), 'sanshe-processes-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
let admin: RestClient;
let officer: RestClient;
/** A project that began under the first version. */
let first: Awaited<ReturnType<typeof startProject>>;
beforeAll(async () => {
  admin = await RestClient.as(system.address, CAST.administrator);
  officer = await RestClient.as(system.address, CAST.officer);
});

const versions = () => officer.get<Version[]>(`/processes/${PROCESS}/versions`);

async function startProject(): Promise<{ caseId: number; application: () => Promise<Instance> }> {
  const { body } = await officer.send<{ id: number }>('POST', '/projects', { json: PROJECT });
  const application = async (): Promise<Instance> => {
    const { instances } = await officer.get<{ instances: Instance[] }>(`/cases/${body.id}`);
    const found = instances.find(({ process }) => process === PROCESS);
    if (!found) throw new Error(`case ${body.id} has no ${PROCESS}`);
    return found;
  };
  return { caseId: body.id, application };
}

interface MoveReport {
  readonly rootId: number;
  readonly ok: boolean;
  readonly tasks: readonly { readonly state: string }[];
}

interface SimulationLine {
  readonly done?: number;
  readonly report?: { readonly cases: number; readonly ended: number; readonly duration: { readonly p50: number } };
}

describe('what is published', () => {
  it('are the shipped processes, with their sources', async () => {
    const list = await officer.get<{ process: string; version: number; title: { zh: string } }[]>('/processes');
    expect(list.map(({ process }) => process)).toEqual(
      expect.arrayContaining([PROCESS, 'project.lifecycle', 'procurement.competitive-consultation']),
    );
    expect(await officer.get<Version>(`/processes/${PROCESS}/versions/${BASE}`)).toMatchObject({
      status: 'published',
      source: SHIPPED,
    });
    expect((await officer.send('GET', `/processes/${PROCESS}/versions/99`)).status).toBe(404);
    expect((await officer.send('GET', `/processes/${PROCESS}/versions/x`)).status).toBe(400);
  });

  it('is for the administrator to change', async () => {
    for (const [path, json] of [
      ['/processes', { source: NEXT }],
      ['/processes/lint', { source: NEXT }],
      [`/processes/${PROCESS}/whatif`, { source: NEXT }],
      [`/processes/${PROCESS}/simulations`, { cases: 1 }],
      [`/processes/${PROCESS}/migrations/dry-run`, { from: BASE, to: FOLLOWING }],
      [`/processes/${PROCESS}/migrations`, { from: BASE, to: FOLLOWING, reason: '试' }],
      ['/instances/1/migration/undo', { reason: '试' }],
      [`/processes/${PROCESS}/versions/${BASE}/retire`, { reason: '试' }],
    ] as const)
      expect((await officer.send('POST', path, { json })).status).toBe(403);
    expect((await RestClient.nobody(system.address).send('GET', '/processes')).status).toBe(401);
  });
});

describe('a new version', () => {
  it('is checked first, with line and remedy', async () => {
    const broken = NEXT.replace('target: villageOpinion', 'target: villageOpinio');
    const { status, body } = await admin.send<{ code: string; line: number; hint: string }[]>(
      'POST',
      '/processes/lint',
      { json: { source: broken } },
    );
    expect(status).toBe(200);
    expect(body).toMatchObject([
      { code: 'unknown-target', line: expect.any(Number), hint: expect.stringContaining('villageOpinion') },
    ]);
    const refused = await admin.send('POST', '/processes', { json: { source: broken } });
    expect([refused.status, refused.body.code]).toEqual([422, 'engine.gate-refused']);
    const changed = await admin.send('POST', '/processes', {
      json: { source: asVersion(BASE, NEXT) },
    });
    expect([changed.status, changed.body.code]).toEqual([409, 'engine.version-changed']);
    expect(await versions()).toHaveLength(1);
  });

  it('goes live for what starts then', async () => {
    const before = await startProject();
    first = before;
    const published = await admin.send<Version>('POST', '/processes', { json: { source: NEXT, note: '延长编制期' } });
    expect([published.status, published.body.version]).toEqual([201, FOLLOWING]);
    const after = await startProject();
    expect([(await before.application()).version, (await after.application()).version]).toEqual([BASE, FOLLOWING]);

    const changes = await officer.get<{ area: string; zh: string }[]>(
      `/processes/${PROCESS}/versions/${FOLLOWING}/changes?from=${BASE}`,
    );
    expect(changes).toMatchObject([{ area: 'period', zh: expect.stringContaining('延长为15个工作日') }]);
    const file = join(folder, 'next.yaml');
    writeFileSync(file, NEXT);
    expect(await system.cli('processes', 'diff', `${PROCESS}@${BASE}`, file)).toContain('grows to 15 working days');
  });

  it('moves what runs: tried first, ordered with a reason, and taken back', async () => {
    const path = `/processes/${PROCESS}/migrations`;
    const json = { from: BASE, to: FOLLOWING, timers: 'recompute' };
    const tried = await admin.send<MoveReport[]>('POST', `${path}/dry-run`, { json });
    expect(tried.status).toBe(200);
    expect(tried.body).toMatchObject([{ rootId: first.caseId, ok: true, reasons: [], active: ['needDrafting'] }]);
    expect(tried.body[0]?.tasks).toMatchObject([{ state: 'needDrafting', reassigned: false }]);
    expect((await first.application()).version).toBe(BASE);

    expect((await admin.send('POST', path, { json })).status).toBe(400);
    expect((await admin.send('POST', path, { json: { ...json, timers: 'never', reason: '试' } })).status).toBe(400);
    const ordered = await admin.send<MoveReport[]>('POST', path, { json: { ...json, reason: '按新规定执行' } });
    expect(ordered.body).toMatchObject([{ ok: true }]);
    const { id, version } = await first.application();
    expect(version).toBe(FOLLOWING);
    const { items } = await officer.get<{ items: { kind: string; comment: string; actor: object | null }[] }>(
      `/cases/${first.caseId}/history`,
    );
    expect(items.at(-1)).toMatchObject({ kind: 'migrated', comment: '按新规定执行', actor: expect.anything() });

    const undo = () => admin.send('POST', `/instances/${id}/migration/undo`, { json: { reason: '换版有误' } });
    expect((await undo()).status).toBe(200);
    expect((await first.application()).version).toBe(BASE);
    const again = await undo();
    expect([again.status, again.body.code]).toEqual([409, 'engine.migration-undo-refused']);
    expect((await admin.send('POST', `${path}/dry-run`, { json: { from: BASE, to: 99 } })).status).toBe(404);
  });

  it('moves what runs from the command line too', async () => {
    const order = [
      'processes',
      'migrate',
      PROCESS,
      '--from',
      String(BASE),
      '--to',
      String(FOLLOWING),
      '--timers',
      'recompute',
    ];
    expect(await system.cli(...order, '--reason', '延长编制期')).toContain('1 live, 1 moved, 0 cannot');
    const { id, version } = await first.application();
    expect(version).toBe(FOLLOWING);
    await system.cli('processes', 'migrate', '--undo', String(id), '--reason', '换版有误');
    expect((await first.application()).version).toBe(BASE);
    expect(await system.cli('replay', String(first.caseId))).toContain('"bad":0');
  });

  it('is retired, and the one before starts again', async () => {
    const path = `/processes/${PROCESS}/versions`;
    expect((await admin.send('POST', `${path}/${FOLLOWING}/retire`, { json: { reason: '另行修订' } })).status).toBe(
      200,
    );
    expect((await (await startProject()).application()).version).toBe(BASE);
    const last = await admin.send('POST', `${path}/${BASE}/retire`, { json: { reason: '不再使用' } });
    expect([last.status, last.body.code]).toEqual([409, 'engine.retire-refused']);
    expect(await system.cli('processes', 'list', PROCESS)).toMatch(
      new RegExp(`@${FOLLOWING} .*retired.*另行修订\\n.*@${BASE} .*published starts`, 's'),
    );
  });
});

describe('a draft', () => {
  it('is simulated with progress, the same seed giving the same figures', async () => {
    const order = { source: NEXT, cases: 20, seed: 7, division: '513431' };
    const run = () => admin.lines<SimulationLine>(`/processes/${PROCESS}/simulations`, order);
    const { status, type, lines } = await run();
    expect([status, type]).toEqual([200, expect.stringContaining('application/x-ndjson')]);
    const done = lines.flatMap((line) => line.done ?? []);
    expect(done).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    const report = lines.at(-1)?.report;
    expect(report).toMatchObject({ process: PROCESS, version: FOLLOWING, division: '513431', cases: 20, seed: 7 });
    expect(report?.duration.p50).toBeGreaterThan(0);
    expect((await run()).lines.at(-1)?.report).toEqual(report);
  });

  it('is refused before anything is simulated', async () => {
    const simulate = (process: string, json: object) =>
      admin.send('POST', `/processes/${process}/simulations`, { json });
    expect((await simulate(PROCESS, { cases: 5001 })).status).toBe(400);
    expect((await simulate('no.such', { cases: 1 })).body.code).toBe('engine.unknown-process');
    expect((await simulate(PROCESS, { source: 'process: x' })).body.code).toBe('engine.gate-refused');
  });

  it('is held against the cases that there are', async () => {
    const json = { source: asVersion(FOLLOWING + 1, NEXT) };
    const { status, body } = await admin.send('POST', `/processes/${PROCESS}/whatif`, { json });
    expect(status).toBe(200);
    expect(body).toMatchObject({ process: PROCESS, toVersion: FOLLOWING + 1, stuck: 0 });
    expect(Number(body['withMovedDeadlines'])).toBeGreaterThan(0);
  });

  it('is held against the people that there are', async () => {
    // The audit office of the demo data has nobody who registers projects.
    const source = `${[
      'process: test.nobody',
      'version: 1',
      'title: 测试',
      'owner: { organisation: audit, role: township-officer }',
      'initial: open',
      'states:',
      '  open:',
      '    task: { assignee: { organisation: audit, role: township-officer }, due: { within: P5WD } }',
      '    on: { SUBMIT: done }',
      '  done: { type: final }',
    ].join('\n')}\n`;
    const { body } = await admin.send<{ code: string }[]>('POST', '/processes/lint', { json: { source } });
    expect(body.map(({ code }) => code)).toEqual(['unstaffed-duties']);
    expect(await system.cli('processes', 'lint', '--staffing')).toContain('0 problems');
  });
});

interface Reasons {
  readonly instances: readonly { readonly active: readonly { readonly title: string }[] }[];
  readonly actions: readonly {
    readonly event: string;
    readonly verdict: string;
    readonly because: string | null;
    readonly stateTitle: string;
    readonly by: { readonly organisations: readonly string[]; readonly roleTitle: string };
  }[];
  readonly deadlines: readonly {
    readonly deadlineTitle: string;
    readonly lines: readonly { readonly zh: string; readonly en: string }[];
    readonly ladder: readonly { readonly role: string }[];
  }[];
  readonly suspensions: readonly object[];
  readonly standing: readonly object[];
}

describe('why a case stands where it stands', () => {
  it('is told to each in their language: what they may do, and who may where they may not', async () => {
    const { caseId } = await startProject();
    const own = await officer.get<Reasons>(`/cases/${caseId}/explain`);
    const submit = { event: 'SUBMIT', verdict: 'allowed', because: null, stateTitle: '编制申报书' };
    expect(own.actions).toContainEqual(expect.objectContaining(submit));
    const leader = await RestClient.as(system.address, CAST.leader);
    const headers = { 'accept-language': 'en' };
    const { body } = await leader.send<Reasons>('GET', `/cases/${caseId}/explain`, { headers });
    const [action] = body.actions;
    expect(action).toMatchObject({ event: 'SUBMIT', verdict: 'blocked', because: 'not-assignee' });
    expect(action?.by).toMatchObject({ organisations: ['昭觉县民政局'], roleTitle: expect.stringMatching(/^[A-Z]/) });
    const [deadline] = body.deadlines;
    expect(deadline?.deadlineTitle).toBe('Time for the task');
    expect(deadline?.lines[0]?.en).toMatch(/[a-z]/);
    expect(JSON.stringify(body.actions)).not.toMatch(/stateTitle":"[\u4e00-\u9fff]/);
    expect([body.suspensions, body.standing]).toEqual([[], []]);
  });
});

describe('a holiday notice at the command line', () => {
  it('is tried before it is applied, and refused where it is none', async () => {
    const notice = join(folder, '2027.yaml');
    writeFileSync(notice, 'version: cn-2027\nsettlesYear: 2027\noff: { 2027-01-01: 元旦 }\n');
    expect(await system.cli('calendar', 'apply', notice, '--dry-run')).toMatch(
      /试算（日历 .*cn-2027.*0 个案件未能处理/,
    );
    writeFileSync(notice, 'version: cn-2027\nworked: { 2027-01-04: 元旦 }\n');
    await expect(system.cli('calendar', 'apply', notice, '--dry-run')).rejects.toThrow();
  });
});
