import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { useSystem } from '#support/system';
import { CAST } from '../../apps/cli/src/walkthrough/cast/cast.js';
import { RestClient } from './rest.client.js';

jest.setTimeout(120_000);

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
const NEXT = SHIPPED.replace(/^version: 1$/m, 'version: 2').replace(
  /(draftingPeriod:[^{]*\{[\s\S]*?default: )P\d+WD/,
  '$1P15WD',
);
const PROJECT = { title: '换版项目', method: 'competitive-consultation', plannedAmount: 1_000_000 };

const system = await useSystem();
const folder = await mkdtemp(join(tmpdir(), 'sanshe-processes-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
let admin: RestClient;
let officer: RestClient;
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

describe('what is published', () => {
  it('are the shipped processes, with their sources', async () => {
    const list = await officer.get<{ process: string; version: number; title: { zh: string } }[]>('/processes');
    expect(list.map(({ process }) => process)).toEqual(
      expect.arrayContaining([PROCESS, 'project.lifecycle', 'procurement.competitive-consultation']),
    );
    expect(await officer.get<Version>(`/processes/${PROCESS}/versions/1`)).toMatchObject({
      status: 'published',
      source: SHIPPED,
    });
    expect((await officer.send('GET', `/processes/${PROCESS}/versions/9`)).status).toBe(404);
    expect((await officer.send('GET', `/processes/${PROCESS}/versions/x`)).status).toBe(400);
  });

  it('is for the administrator to change', async () => {
    for (const [path, json] of [
      ['/processes', { source: NEXT }],
      ['/processes/lint', { source: NEXT }],
      [`/processes/${PROCESS}/versions/1/retire`, { reason: '试' }],
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
      json: { source: NEXT.replace('version: 2', 'version: 1') },
    });
    expect([changed.status, changed.body.code]).toEqual([409, 'engine.version-changed']);
    expect(await versions()).toHaveLength(1);
  });

  it('goes live for what starts then; what runs moves by order, and back', async () => {
    const before = await startProject();
    const published = await admin.send<Version>('POST', '/processes', { json: { source: NEXT, note: '延长编制期' } });
    expect([published.status, published.body.version]).toEqual([201, 2]);
    const after = await startProject();
    expect([(await before.application()).version, (await after.application()).version]).toEqual([1, 2]);

    const changes = await officer.get<{ area: string; zh: string }[]>(
      `/processes/${PROCESS}/versions/2/changes?from=1`,
    );
    expect(changes).toMatchObject([{ area: 'period', zh: expect.stringContaining('延长为15个工作日') }]);
    const file = join(folder, 'next.yaml');
    writeFileSync(file, NEXT);
    expect(await system.cli('processes', 'diff', `${PROCESS}@1`, file)).toContain('grows to 15 working days');

    const order = ['processes', 'migrate', PROCESS, '--from', '1', '--to', '2', '--timers', 'recompute'];
    expect(await system.cli(...order, '--dry-run')).toContain('1 live, 1 can move, 0 cannot');
    expect((await before.application()).version).toBe(1);
    expect(await system.cli(...order, '--reason', '延长编制期')).toContain('1 live, 1 moved, 0 cannot');
    const moved = await before.application();
    expect(moved.version).toBe(2);
    const { items } = await officer.get<{ items: { kind: string; comment: string }[] }>(
      `/cases/${before.caseId}/history`,
    );
    expect(items.at(-1)).toMatchObject({ kind: 'migrated', comment: '延长编制期' });

    await system.cli('processes', 'migrate', '--undo', String(moved.id), '--reason', '换版有误');
    expect((await before.application()).version).toBe(1);
    expect(await system.cli('replay', String(before.caseId))).toContain('"bad":0');
  });

  it('is retired, and the one before starts again', async () => {
    const path = `/processes/${PROCESS}/versions`;
    expect((await admin.send('POST', `${path}/2/retire`, { json: { reason: '另行修订' } })).status).toBe(200);
    expect((await (await startProject()).application()).version).toBe(1);
    const last = await admin.send('POST', `${path}/1/retire`, { json: { reason: '不再使用' } });
    expect([last.status, last.body.code]).toEqual([409, 'engine.retire-refused']);
    expect(await system.cli('processes', 'list', PROCESS)).toMatch(/@2 .*retired.*另行修订\n.*@1 .*published starts/s);
  });
});
