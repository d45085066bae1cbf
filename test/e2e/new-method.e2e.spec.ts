import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { useSystem } from '#support/system';
import { CAST } from '../../apps/cli/src/walkthrough/cast/cast.js';
import { document } from '../../apps/cli/src/walkthrough/files/paper.js';
import { type Act, stageActs } from '../../apps/cli/src/walkthrough/script/act.js';
import { CONTRACTING } from '../../apps/cli/src/walkthrough/script/contract.script.js';
import { PROCUREMENT_NEED } from '../../apps/cli/src/walkthrough/script/procurement.need.js';
import { PROJECT } from '../../apps/cli/src/walkthrough/script/project.js';
import { RestClient } from './rest.client.js';
import { Story } from './story.js';

jest.setTimeout(240_000);

const METHOD = 'designated-purchase';
const PROCESS = `procurement.${METHOD}`;
const FOLDER = join('test', 'e2e', 'designated');
const SOURCE = readFileSync(join(FOLDER, `${METHOD}.yaml`), 'utf8');
const FORM = { name: 'designation', source: readFileSync(join(FOLDER, 'designation.yaml'), 'utf8') };

const { task } = stageActs('procurement');
const notice = (title: string) => ({ title, body: `${title}正文。` });

const system = await useSystem({ settings: { SANSHE_CLOCK: 'settable' } });
let admin: RestClient;
let story: Story;
let supplier: number;
beforeAll(async () => {
  admin = await RestClient.as(system.address, CAST.administrator);
  const winner = await RestClient.as(system.address, CAST.winner);
  supplier = (await winner.get<{ organisationId: number }>('/me')).organisationId;
});

const buying = (): Act[] => [
  task(CAST.officer, 'needDrafting', 'SUBMIT', { form: () => PROCUREMENT_NEED }),
  task(CAST.procurement, 'needReview', 'APPROVE'),
  task(CAST.procurement, 'designating', 'DESIGNATE', {
    form: () => ({
      number: 'ZJMZ-DD-2026-001',
      title: PROJECT.title,
      supplier,
      agreementNo: '川框架2026-07',
      reason: '框架协议第一阶段入围，距服务点最近。',
    }),
  }),
  task(CAST.winner, 'answering', 'ANSWER', {
    form: async ({ person }) => ({
      price: PROJECT.price,
      servicePlan: '驻点陪伴、入户走访、互助小组和社区活动。',
      manager: '俄木尔布',
      document: await person.upload(document('应答文件'), null),
      promise: true,
    }),
  }),
  task(CAST.leader, 'confirming', 'CONFIRM', { form: () => ({ minutesNo: '党组会纪要〔2026〕4号' }) }),
  task(CAST.procurement, 'awarding', 'PUBLISH', {
    form: () => ({ noticeNo: '成交通知书2026-001', ...notice('成交结果公告') }),
  }),
  ...CONTRACTING,
];

interface Detail {
  readonly awards: readonly { readonly organisationId: number; readonly price: number }[];
}

/** 新增采购方式: what a county administrator does, and nobody else. */
describe('a method that the product has never heard of', () => {
  it('is proven first, with its form: what is missing is said', async () => {
    const lint = (json: object) => admin.send<{ code: string; file: string }[]>('POST', '/processes/lint', { json });
    expect((await lint({ source: SOURCE })).body).toMatchObject([{ code: 'unknown-form' }]);
    const broken = { ...FORM, source: FORM.source.replace('type: object', 'type: objekt') };
    expect((await lint({ source: SOURCE, forms: [broken] })).body[0]?.file).toContain('designation');
    const other = { ...FORM, name: 'designations' };
    const codes = (await lint({ source: SOURCE, forms: [other] })).body.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['unknown-form', 'unused-form']));
    expect((await lint({ source: SOURCE, forms: [FORM] })).body).toEqual([]);
  });

  it('goes live by one file and one form, and can be chosen at once', async () => {
    const before = await admin.get<{ method: string }[]>('/methods');
    expect(before.map(({ method }) => method)).not.toContain(METHOD);
    const json = { source: SOURCE, forms: [FORM], note: '县级定点采购' };
    expect((await admin.send('POST', '/processes', { json })).status).toBe(201);
    // The same again changes nothing; with another form it would be another version.
    expect((await admin.send('POST', '/processes', { json })).status).toBe(201);
    const changed = { ...FORM, source: FORM.source.replace('maxLength: 1000', 'maxLength: 900') };
    const refused = await admin.send('POST', '/processes', { json: { ...json, forms: [changed] } });
    expect([refused.status, refused.body.code]).toEqual([409, 'engine.version-changed']);
    expect(await admin.get(`/processes/${PROCESS}/versions/1`)).toMatchObject({ forms: [FORM] });
    const methods = await admin.get<{ method: string; title: { zh: string } }[]>('/methods');
    expect(methods).toContainEqual({ method: METHOD, title: { zh: '定点采购', en: 'Designated purchase' } });
  });

  it('is walked by its people to the award and the contract', async () => {
    story = await Story.begin(system, METHOD);
    await story.untilProcurement();
    const acts = buying();
    await story.play(acts);
    const { instances } = await story.read();
    const bought = instances.find(({ process }) => process === PROCESS);
    expect(bought).toMatchObject({ status: 'done' });
    expect(await story.officer.get<Detail>(`/projects/${story.caseId}/procurement`)).toMatchObject({
      awards: [{ organisationId: supplier, price: PROJECT.price }],
    });
    expect(await story.officer.get(`/projects/${story.caseId}`)).toMatchObject({
      stage: 'monitoring',
      method: METHOD,
      contract: { amount: PROJECT.price, noticeNo: '合同公告2026-023', filingNo: '昭财合备2026-023' },
    });
  });

  it('leaves a history that replays', async () => {
    expect(await system.cli('replay', String(story.caseId))).toContain('"bad":0');
  });
});
