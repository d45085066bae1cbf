import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Caller, identitySchema } from '#libs/identity';
import { type EngineUnderTest, startEngine } from '#testing/engine';
import { aCaller, anOrganisation, aUser } from '#testing/identity';
import { useDatabase } from '#support/database';
import {
  DefinitionPublisher,
  DefinitionRetirer,
  engineSchema,
  PublishedDefinitions,
  StartRootCommand,
} from '../index.js';

const PROCESS = `
process: leave.standard
version: 1
title: { zh: 请假, en: Leave }
owner: { organisation: purchaser, role: leader }
defaults: { due: { within: P5WD, remind: [-P1WD], escalate: standard } }
initial: reviewing
states:
  reviewing:
    title: { zh: 审批, en: Review }
    task: { assignee: { organisation: purchaser, role: leader } }
    on: { APPROVE: done }
  done: { type: final }
`;
const PARENT = `
process: leave.year
version: 1
title: { zh: 年度, en: Year }
owner: { organisation: purchaser, role: leader }
initial: running
states:
  running:
    subprocess: { process: '= "leave." + "standard"' }
    onDone: done
  done: { type: final }
`;
const FILES = { 'leave/standard.yaml': PROCESS, 'leave/year.yaml': PARENT };
const SECOND = PROCESS.replace('version: 1', 'version: 2').replace('within: P5WD', 'within: P8WD');

const database = await useDatabase([identitySchema, engineSchema]);
const engines: EngineUnderTest[] = [];
const engineWith = async (workflows: Readonly<Record<string, string>>): Promise<EngineUnderTest> => {
  const engine = await startEngine({ databaseUrl: database.url, workflows, startsDrafts: false });
  engine.clock.set('2026-03-02T02:00:00.000Z');
  engines.push(engine);
  return engine;
};
const engine = await engineWith(FILES);
afterAll(async () => {
  for (const one of engines) await one.close();
});

let leader: Caller;
beforeEach(async () => {
  const bureau = await anOrganisation().insert(database.dataSource);
  const user = await aUser().of(bureau).withRoles('leader').insert(database.dataSource);
  leader = aCaller({ userId: user.id, organisationId: bureau.id, roles: ['leader'] });
  await engine.reloadDirectory();
});

const publisher = engine.get(DefinitionPublisher);
const definitions = engine.get(PublishedDefinitions);
const publish = (source: string) => publisher.publish({ source, by: leader.userId, note: '修订' });

async function startedVersion(): Promise<number> {
  const { instanceId } = await engine.get(StartRootCommand).execute({
    caller: leader,
    process: 'leave.standard',
    kind: 'test',
    title: '请假',
    purchaserId: leader.organisationId,
    divisionCode: '513431',
    input: {},
    payload: {},
  });
  const rows: { version: number }[] = await database.dataSource.query(
    'SELECT version FROM engine_instance WHERE id = ?',
    [instanceId],
  );
  return rows[0]?.version ?? 0;
}

describe('publishing the files', () => {
  it('puts each on record once, with its source', async () => {
    expect(await publisher.publishFiles()).toMatchObject({
      published: [{ process: 'leave.standard' }, { process: 'leave.year' }],
      unchanged: 0,
    });
    expect(await publisher.publishFiles()).toEqual({ published: [], unchanged: 2 });
    const { file, published } = await definitions.one('leave.standard', 1);
    expect(file).toEqual({ name: 'leave/standard.yaml', text: PROCESS });
    expect(published).toMatchObject({ status: 'published', publishedBy: null });
  });

  it('takes comments and layout for the same content', async () => {
    await publisher.publishFiles();
    const commented = await engineWith({
      ...FILES,
      'leave/standard.yaml': `# 说明\n${PROCESS.replace('{ zh: 审批, en: Review }', '\n      zh: 审批\n      en: Review')}`,
    });
    expect(await commented.get(DefinitionPublisher).publishFiles()).toMatchObject({ unchanged: 2 });
  });

  it('refuses other content under the same number, naming file, version and remedy', async () => {
    await publisher.publishFiles();
    const changed = await engineWith({ ...FILES, 'leave/standard.yaml': PROCESS.replace('P5WD', 'P6WD') });
    await expect(changed.get(DefinitionPublisher).publishFiles()).rejects.toMatchObject({
      code: 'engine.version-changed',
      text: { en: expect.stringMatching(/workflows\/leave\/standard\.yaml.*version 1 of leave\.standard.*version: 2/) },
    });
    expect(await definitions.versions('leave.standard')).toHaveLength(1);
  });

  it('publishes none of them when one does not pass the gate', async () => {
    const broken = await engineWith({
      ...FILES,
      'leave/broken.yaml': PROCESS.replace('leave.standard', 'leave.broken').replace(
        'APPROVE: done',
        'APPROVE: reviewing',
      ),
    });
    await expect(broken.get(DefinitionPublisher).publishFiles()).rejects.toMatchObject({ code: 'engine.gate-refused' });
    expect(await definitions.versions()).toEqual([]);
  });
});

describe('a new version', () => {
  it('is what starts from then on, in every process at once', async () => {
    await publisher.publishFiles();
    expect(await startedVersion()).toBe(1);
    const other = await engineWith(FILES);
    await other.get(DefinitionPublisher).publish({ source: SECOND, by: null, note: null });
    expect(await startedVersion()).toBe(2);
    expect((await definitions.versions('leave.standard')).map(({ version }) => version)).toEqual([2, 1]);
  });

  it('may be sent twice, and is one', async () => {
    await publisher.publishFiles();
    const [first, second] = await Promise.all([publish(SECOND), publish(SECOND)]);
    expect(second).toEqual(first);
    expect(first).toMatchObject({
      version: 2,
      publishedBy: leader.userId,
      note: '修订',
      file: 'leave.standard@2.yaml',
    });
    await expect(publish(SECOND.replace('P8WD', 'P9WD'))).rejects.toMatchObject({ code: 'engine.version-changed' });
  });

  it('must be newer than what is published, and pass the gate', async () => {
    await publish(PROCESS.replace('version: 1', 'version: 3'));
    await expect(publish(SECOND)).rejects.toMatchObject({ code: 'engine.version-not-newer', details: { newest: 3 } });
    await expect(publish(SECOND.replace('role: leader } }', 'role: leadr } }'))).rejects.toMatchObject({
      code: 'engine.gate-refused',
      details: { problems: [expect.objectContaining({ code: 'unknown-role', line: 11 })] },
    });
    await expect(publish('process: [')).rejects.toMatchObject({ code: 'engine.gate-refused' });
  });
});

describe('retiring', () => {
  const retire = (version: number, force = false) =>
    engine
      .get(DefinitionRetirer)
      .retire({ process: 'leave.standard', version, reason: '已修订', force, by: leader.userId });

  it('lets the version before start again', async () => {
    await publisher.publishFiles();
    await publish(SECOND);
    expect(await retire(2)).toMatchObject({ status: 'retired', retireReason: '已修订', retiredBy: leader.userId });
    expect(await startedVersion()).toBe(1);
    await expect(retire(2)).rejects.toMatchObject({ code: 'engine.already-retired' });
  });

  it('is refused for the last version that another process needs, unless forced', async () => {
    await publisher.publishFiles();
    await expect(retire(1)).rejects.toMatchObject({
      code: 'engine.retire-refused',
      details: { namedBy: ['leave.year'] },
    });
    await retire(1, true);
    await expect(startedVersion()).rejects.toMatchObject({ code: 'engine.unknown-process' });
  });

  it('knows no version that was never published', async () => {
    await expect(retire(7)).rejects.toMatchObject({ code: 'engine.unknown-version', status: 404 });
  });
});

describe('an installation that has published nothing', () => {
  it('starts nothing', async () => {
    await expect(startedVersion()).rejects.toMatchObject({ code: 'engine.unknown-process' });
  });
});
