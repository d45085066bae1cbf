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

describe('forms that a definition brings along', () => {
  const FORM = {
    name: 'leave-note',
    source: 'title: 说明\ntype: object\nadditionalProperties: false\nproperties: { days: { type: integer } }\n',
  };
  const WITH_FORM = SECOND.replace('APPROVE: done', 'APPROVE: { target: done, form: leave-note }');
  const publishWith = (source: string, ...forms: { name: string; source: string }[]) =>
    publisher.publish({ source, forms, by: leader.userId, note: null });
  const refusal = (...codes: string[]) => ({
    code: 'engine.gate-refused',
    details: { problems: codes.map((code) => expect.objectContaining({ code })) },
  });

  it('are pinned with it, and stay when the next version brings others', async () => {
    await publisher.publishFiles();
    await publishWith(WITH_FORM, FORM);
    expect(await startedVersion()).toBe(2);
    const later = { ...FORM, source: FORM.source.replace('integer', 'string') };
    await publishWith(WITH_FORM.replace('version: 2', 'version: 3'), later);
    expect(await startedVersion()).toBe(3);
    const rows: { content: string | { forms: object } }[] = await database.dataSource.query(
      "SELECT content FROM engine_bundle WHERE process = 'leave.standard' AND version > 1 ORDER BY version",
    );
    const forms = rows.map(({ content }) =>
      JSON.stringify(typeof content === 'string' ? JSON.parse(content) : content),
    );
    expect(forms.map((text) => /"days":\{"type":"(\w+)"/.exec(text)?.[1])).toEqual(['integer', 'string']);
    expect((await definitions.one('leave.standard', 2)).forms).toEqual([FORM]);
  });

  it('are part of what a version says', async () => {
    const first = await publishWith(WITH_FORM, FORM);
    expect(await publishWith(WITH_FORM, FORM)).toEqual(first);
    const changed = { ...FORM, source: FORM.source.replace('integer', 'string') };
    await expect(publishWith(WITH_FORM, changed)).rejects.toMatchObject({ code: 'engine.version-changed' });
  });

  it('must be there, be named, and be forms', async () => {
    await expect(publishWith(WITH_FORM)).rejects.toMatchObject(refusal('unknown-form'));
    await expect(publishWith(SECOND, FORM)).rejects.toMatchObject(refusal('unused-form'));
    const bomb = Array.from(
      { length: 9 },
      (_, index) => `  a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(9)}]`,
    );
    const bombed = { ...FORM, source: `type: object\nx:\n  a0: &a0 [1]\n${bomb.join('\n')}\n` };
    await expect(publishWith(WITH_FORM, bombed)).rejects.toMatchObject({ code: 'engine.gate-refused' });
    await expect(publishWith(WITH_FORM, { ...FORM, source: '[1]' })).rejects.toMatchObject(refusal('wrong-shape'));
  });
});

describe('the people that there are', () => {
  const TWO_DUTIES = SECOND.replace(
    '    on: { APPROVE: done }\n',
    `    on: { APPROVE: checking }
  checking:
    title: { zh: 复核, en: Check }
    task: { assignee: { organisation: purchaser, role: leader }, not: [reviewing] }
    on: { APPROVE: done }
`,
  );

  it('must be able to keep duties apart', async () => {
    await expect(publish(TWO_DUTIES)).rejects.toMatchObject({
      code: 'engine.gate-refused',
      details: { problems: [expect.objectContaining({ code: 'unstaffed-duties' })] },
    });
    await aUser().of({ id: leader.organisationId }).withRoles('leader').insert(database.dataSource);
    await engine.reloadDirectory();
    expect(await publish(TWO_DUTIES)).toMatchObject({ version: 2 });
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
