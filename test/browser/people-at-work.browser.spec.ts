import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { useSystem } from '#support/system';
import { until } from './condition.js';
import { Person } from './person.js';
import { ProjectStory } from './project.story.js';
import { keepPicture, openTask, Screen } from './screen.js';

jest.setTimeout(180_000);

/** The shipped processes, with a county review that several people may sign, and a start that may be cancelled. */
async function workflows(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sanshe-workflows-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  await cp('workflows', folder, { recursive: true });
  const file = join(folder, 'application', 'application.standard.yaml');
  const source = await readFile(file, 'utf8');
  const changed = source
    .replace(/(form: need\n)/, '$1      allow: [cancel]\n')
    .replace(
      /(form: county-review\n[\s\S]*?)allow: \[return, withdraw\]/,
      '$1sign: all\n      allow: [return, withdraw, add-before, add-after, remove-signer]',
    );
  await writeFile(file, changed);
  return folder;
}

const system = await useSystem({
  settings: { SANSHE_CLOCK: 'settable', SANSHE_WORKFLOWS_DIR: await workflows() },
});
const screen = await Screen.open(system.address);
const story = await ProjectStory.begin(system.address);
const review = { opinion: '材料齐全，同意。', complete: true, withinDuties: true };

const dialog = (page: Page) => page.getByRole('dialog');

/** Opens an operation, as far as its own fields. */
async function ask(page: Page, operation: string): Promise<void> {
  await page.getByRole('button', { name: operation, exact: true }).first().click();
  await dialog(page).waitFor();
}

async function choosePerson(place: Locator, label: string, name: string): Promise<void> {
  await place.getByLabel(label).click();
  await place.page().keyboard.type(name);
  await place.page().locator('.ant-select-item-option:visible').filter({ hasText: name }).first().click();
  await place.getByText(name).first().waitFor();
}

async function confirm(page: Page, operation: string): Promise<void> {
  await dialog(page).getByRole('button', { name: operation, exact: true }).click();
}

const openCase = (page: Page) => page.goto(`/projects/${story.rootId}`);

describe('people at work', () => {
  it('hand a task on, by name, with the reason', async () => {
    const page = await screen.signIn('zhaojue.business');
    await openTask(page, '编制申报书');
    await page.getByRole('button', { name: '撤销项目' }).waitFor();
    await ask(page, '转办');
    await confirm(page, '转办');
    await dialog(page).getByText('请选择人员').waitFor();
    await choosePerson(dialog(page), '人员', '俄木木呷');
    await dialog(page).getByLabel('原因').fill('外出培训');
    await keepPicture(page, 'transfer-dialog');
    await confirm(page, '转办');
    await page.getByText('该事项由其他人员办理').waitFor();
    const officer = await Person.signIn(system.address, 'zhaojue.business2');
    const { items } = await officer.get<{ items: { rootId: number }[] }>('/tasks');
    expect(items.map(({ rootId }) => rootId)).toContain(story.rootId);
  });

  it('hand over all tasks of somebody who leaves, and get the result of each', async () => {
    const page = await screen.signIn('zhaojue.head');
    await page.goto('/account');
    await page.getByRole('link', { name: '离职转办' }).click();
    await choosePerson(page.getByRole('main'), '移交人', '俄木木呷');
    await choosePerson(page.getByRole('main'), '接收人', '阿苦阿果');
    await page.getByLabel('移交原因').fill('调离本单位');
    await page.getByRole('button', { name: '移交全部待办' }).click();
    await page.getByText('已移交 1 件，共 1 件').waitFor();
    await keepPicture(page, 'hand-over');
  });

  it('ask others first, who give opinions; all stand in the round', async () => {
    await story.untilCountyReview();
    const page = await screen.signIn('zhaojue.deputy');
    await openTask(page, '县级审查');
    await keepPicture(page, 'operations');
    await ask(page, '前加签');
    await choosePerson(dialog(page), '人员', '海来里曲');
    await dialog(page).getByLabel('原因').fill('请负责人先行把关');
    await keepPicture(page, 'add-before-dialog');
    await confirm(page, '前加签');
    const round = page.getByRole('region', { name: '签署情况' });
    await round.getByText('会签：全部同意通过，一人不同意即否决。').waitFor();
    await round.getByText('等待他人意见').waitFor();

    const head = await screen.signIn('zhaojue.head', { isPhone: true });
    await head.getByRole('link', { name: '县级审查' }).first().click();
    await head.getByText('请您提出意见').waitFor();
    await head.getByLabel('意见内容').fill('情况属实。');
    await keepPicture(head, 'opinion-phone');
    await head.getByRole('button', { name: '提交意见' }).click();
    await round.getByText('情况属实。').waitFor();
    await page.getByText('轮到您办理').waitFor();
    await keepPicture(page, 'round');
  });

  it('learn that somebody was faster, and keep what they typed', async () => {
    const page = await screen.page();
    await page.route('**/api/v1/live**', (route) => route.abort());
    await screen.fillLogin(page, 'zhaojue.deputy');
    await openTask(page, '县级审查');
    await page.getByLabel('审查意见').fill('同意上报，建议核减。');
    await page.getByLabel('申报材料齐全').check();
    await page.getByLabel('属于本单位职责').check();
    const elsewhere = await Person.signIn(system.address, 'zhaojue.deputy');
    const { tasks } = await elsewhere.get<{ tasks: { id: number; state: string }[] }>(`/cases/${story.rootId}`);
    const task = tasks.find(({ state }) => state === 'countyReview')?.id ?? 0;
    const people = await elsewhere.get<{ id: number; name: string }[]>(`/tasks/${task}/colleagues`);
    const leader = people.find(({ name }) => name === '曲比尔布')?.id ?? 0;
    await elsewhere.post(`/tasks/${task}/signers`, { placing: 'before', users: [leader], comment: '请先审阅' });
    await page.getByRole('button', { name: '审查通过' }).click();
    await page.getByText('该事项刚刚有了变化').waitFor();
    await keepPicture(page, 'conflict');
    expect(await page.getByLabel('审查意见').inputValue()).toBe('同意上报，建议核减。');
    const asked = await Person.signIn(system.address, 'zhaojue.leader');
    await asked.post(`/tasks/${task}/opinion`, { opinion: 'approve', comment: '同意' });
  });

  it('take back their own step, and are sent work back with a reason', async () => {
    const deputy = await Person.signIn(system.address, 'zhaojue.deputy');
    await deputy.act(story.rootId, 'countyReview', 'APPROVE', review);
    const page = await screen.signIn('zhaojue.deputy');
    await page.getByRole('tab', { name: '已办' }).click();
    await page.getByRole('link', { name: '县级审查' }).first().click();
    await page.getByLabel('撤回原因').fill('附件有误');
    await keepPicture(page, 'withdraw');
    await page.getByRole('button', { name: '撤回', exact: true }).click();
    await page.getByText('轮到您办理').waitFor();
    await deputy.act(story.rootId, 'countyReview', 'APPROVE', review);

    const leader = await screen.signIn('zhaojue.leader');
    await openTask(leader, '审定立项');
    await leader.getByRole('button', { name: '退回', exact: true }).click();
    await confirm(leader, '确定');
    await leader.getByText('请写明退回理由').waitFor();
    await dialog(leader).getByLabel('退回理由').fill('请补充测算依据');
    await keepPicture(leader, 'return-dialog');
    await confirm(leader, '确定');
    await leader.locator('.timeline').getByText('请补充测算依据').waitFor();
  });

  it('suspend a case by two persons, and see why it stands still', async () => {
    const page = await screen.signIn('zhaojue.leader');
    await openCase(page);
    await ask(page, '申请干预');
    await dialog(page).getByLabel('法定原因').click();
    await page.locator('.ant-select-item-option').first().click();
    await dialog(page).getByLabel('原因', { exact: true }).fill('收到书面投诉');
    await keepPicture(page, 'intervention-dialog');
    await confirm(page, '申请干预');
    await page.getByText('待确认').waitFor();

    const second = await screen.signIn('zhaojue.deputy');
    await openCase(second);
    await ask(second, '确认');
    await dialog(second).getByLabel('原因').fill('情况属实');
    await confirm(second, '确认');
    await second.getByText(/起暂停办理/).waitFor();
    await keepPicture(second, 'suspended');
    await page.getByText(/起暂停办理/).waitFor();
  });

  it('act for each other by a document, which the inbox shows', async () => {
    const page = await screen.signIn('zhaojue.deputy');
    await page.goto('/delegations');
    await ask(page, '设置代理');
    await choosePerson(dialog(page), '代理人', '海来里曲');
    for (const label of ['起始日期', '截止日期']) {
      await dialog(page).getByLabel(label).fill('2026-01-06');
      await page.keyboard.press('Enter');
    }
    await dialog(page).getByLabel('文号').fill('昭民函〔2026〕3号');
    await keepPicture(page, 'delegation-form');
    await confirm(page, '设置代理');
    await page.getByRole('region', { name: '委托他人' }).getByText('吉克木呷 → 海来里曲').waitFor();
    await keepPicture(page, 'delegations');
    const admin = await Person.signIn(system.address, 'admin');
    await admin.post('/clock', { at: '2026-01-06T01:00:00.000Z', rate: 0 });
    const head = await screen.signIn('zhaojue.head');
    await head.getByText('代 吉克木呷 办理').first().waitFor();
    await keepPicture(head, 'inbox-on-behalf');
    await head.getByRole('link', { name: '县级审查' }).first().click();
    await head.getByText('您正在代 吉克木呷 办理').waitFor();
  });

  it('read their notifications', async () => {
    const page = await screen.signIn('zhaojue.business');
    await page.getByRole('link', { name: '通知' }).click();
    const unread = page.getByRole('button', { name: '标为已读' });
    await unread.first().waitFor();
    await keepPicture(page, 'notifications');
    const before = await unread.count();
    await unread.first().click();
    await until('one fewer is unread', async () => (await unread.count()) === before - 1);
  });
});
