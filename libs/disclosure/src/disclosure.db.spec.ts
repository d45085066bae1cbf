import { afterAll, describe, expect, it } from '@jest/globals';
import { engineSchema } from '#libs/engine';
import { identitySchema } from '#libs/identity';
import { CaseWalk, Office } from '#support/case-walk';
import { useDatabase } from '#support/database';
import { startEngine } from '#testing/engine';
import { DisclosureModule, disclosureSchema } from './index.js';
import { NoticeReader } from './notice/notice.reader.js';
import { aNotice } from './testing.js';

const PUBLISHING = `
process: test.publishing
version: 1
title: 测试公开
owner: { organisation: purchaser, role: business-officer }
initial: drafting
states:
  drafting:
    title: 起草
    task:
      assignee: { organisation: purchaser, role: business-officer }
      form: evaluation-notice
      due: none
    on:
      PUBLISH:
        target: done
        actions:
          - effect: notice.publish
            with: { kind: '"evaluation-result"', title: command.payload.title, body: command.payload.body }
  done: { type: final }
`;
const FORM = `
title: 公开
type: object
additionalProperties: false
required: [title, body]
properties: { title: { type: string }, body: { type: string } }
`;

const schemas = [identitySchema, engineSchema, disclosureSchema];
const database = await useDatabase(schemas);
const engine = await startEngine({
  databaseUrl: database.url,
  workflows: { 'test/publishing.yaml': PUBLISHING, 'forms/evaluation-notice.yaml': FORM },
  schemas: [disclosureSchema],
  modules: [DisclosureModule],
});
afterAll(() => engine.close());

const reader = () => engine.get(NoticeReader);

describe('notices', () => {
  it('are public from the moment of the command, with the name of who published them', async () => {
    const at = engine.clock.set('2026-09-20T02:00:00.000Z');
    const place = { kind: 'civil-affairs', division: '513431', name: '昭觉县民政局' };
    const bureau = await Office.open(database.dataSource, place, 'business-officer');
    await engine.reloadDirectory();
    const walk = await CaseWalk.start(engine, database.dataSource, {
      purchaser: bureau,
      process: 'test.publishing',
      input: {},
    });
    await walk.act(bureau.as('business-officer'), 'drafting', 'PUBLISH', { title: '绩效评价结果', body: '等级：优。' });
    const { items } = await reader().list({ limit: 20 });
    expect(items).toMatchObject([
      { kind: 'evaluation-result', title: '绩效评价结果', publisher: '昭觉县民政局', publishedAt: at },
    ]);
    expect(await reader().byId(items[0]?.id ?? 0)).toMatchObject({ body: '等级：优。' });
  });

  it('come in pages, newest first, also when many have one time', async () => {
    const { manager } = database.dataSource;
    const ids: number[] = [];
    for (let hour = 0; hour < 3; hour += 1) {
      const publishedAt = new Date(Date.UTC(2026, 3, 20, hour));
      for (let twin = 0; twin < 3; twin += 1) ids.unshift(await aNotice().with({ publishedAt }).insert(manager));
    }
    const seen: number[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await reader().list({ limit: 2, ...(after === undefined ? {} : { after }) });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
    expect(seen).toEqual(ids);
  });

  it('can be asked for by kind, and say when there is none', async () => {
    const { manager } = database.dataSource;
    await aNotice().insert(manager);
    const wanted = await aNotice().with({ kind: 'contract-notice' }).insert(manager);
    expect((await reader().list({ limit: 20, kind: 'contract-notice' })).items.map(({ id }) => id)).toEqual([wanted]);
    await expect(reader().byId(424242)).rejects.toMatchObject({ status: 404 });
    await expect(reader().list({ limit: 20, after: 'no cursor' })).rejects.toMatchObject({ status: 400 });
  });

  it('cannot be changed or taken away by the application', async () => {
    const id = await aNotice().insert(database.dataSource.manager);
    await expect(
      database.dataSource.query('UPDATE disclosure_notice SET title = ? WHERE id = ?', ['x', id]),
    ).rejects.toThrow(/denied/);
    await expect(database.dataSource.query('DELETE FROM disclosure_notice')).rejects.toThrow(/denied/);
  });
});
