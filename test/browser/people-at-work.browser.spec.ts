import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { useSystem } from '#support/system';
import { until } from './condition.js';
import { ProjectStory } from './project.story.js';
import { DESK, keepPicture, openTask, PHONE, Screen } from './screen.js';

jest.setTimeout(180_000);

/**
 * The shipped processes, with a county review that several people may sign, a start that may be cancelled, and a village
 * that may take its opinion back.
 */
async function workflows(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sanshe-workflows-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  await cp('workflows', folder, { recursive: true });
  const file = join(folder, 'application', 'application.standard.yaml');
  const source = await readFile(file, 'utf8');
  const changed = source
    .replace(/(form: need\n)/, '$1      allow: [cancel, claim]\n')
    .replace(/(form: village-opinion\n[\s\S]*?)allow: \[withdraw\]/, '$1allow: [withdraw, take-back]')
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
const second = await ProjectStory.begin(system.address, '竹核镇留守儿童关爱服务');

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
  await place.getByText(name).locator('visible=true').first().waitFor();
}

async function confirm(page: Page, operation: string): Promise<void> {
  await dialog(page).getByRole('button', { name: operation, exact: true }).click();
}

/** Each person signs in once and keeps the window. */
const windows = new Map<string, Promise<Page>>();
function windowOf(login: string): Promise<Page> {
  const page = windows.get(login) ?? screen.signIn(login);
  windows.set(login, page);
  return page;
}

async function openProject(page: Page, { rootId }: ProjectStory): Promise<void> {
  await page.goto(`/projects/${rootId}`);
  await page.getByText('轮到您办理').waitFor();
}

/** A draft is written a moment after the last key. */
function isDrafted(page: Page, text: string): Promise<boolean> {
  return page.evaluate<boolean>(`JSON.stringify({ ...localStorage }).includes(${JSON.stringify(text)})`);
}

describe('people at work', () => {
  it('ask others first, who give opinions; all stand in the round', async () => {
    await story.untilCountyReview();
    const page = await windowOf('zhaojue.deputy');
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

    const head = await windowOf('zhaojue.head');
    await head.setViewportSize(PHONE);
    await head.getByRole('link', { name: '县级审查' }).first().click();
    await head.getByText('请您提出意见').waitFor();
    await head.getByLabel('意见内容').fill('情况属实。');
    await keepPicture(head, 'opinion-phone');
    await head.getByRole('button', { name: '提交意见' }).click();
    await round.getByText('情况属实。').waitFor();
    await page.getByText('轮到您办理').waitFor();
    await keepPicture(page, 'round');
    await head.setViewportSize(DESK);
  });

  it('send a task back after a look at what that undoes', async () => {
    const page = await windowOf('zhaojue.deputy');
    await ask(page, '退回');
    const preview = dialog(page).getByRole('region', { name: '退回的影响' });
    await preview.getByText('退回后由 吉木小英 办理').waitFor();
    await preview.getByText('已办结，须重新办理').waitFor();
    await preview.getByText('停止计算的期限').waitFor();
    await preview.getByText('不随退回撤销的记录').waitFor();
    await keepPicture(page, 'return-preview');
    await confirm(page, '退回');
    await dialog(page).getByText('请写明原因。').waitFor();
    await dialog(page).getByLabel('原因').fill('请补充乡镇核实情况');
    await confirm(page, '退回');
    await page.locator('.timeline').getByText('请补充乡镇核实情况').waitFor();
  });

  it('lose nothing that they typed: neither by a reload nor when somebody else is faster', async () => {
    const page = await windowOf('zhaojue.business');
    await openProject(page, second);
    const demand = page.getByRole('textbox', { name: '服务需求' });
    await demand.fill('留守儿童放学后无人照看');
    await page.getByText('草稿已自动保存在本机').waitFor();
    await until('the draft is on the device', () => isDrafted(page, '留守儿童放学后无人照看'));
    await page.reload();
    await page.getByText('已恢复上次未提交的草稿').waitFor();
    expect(await demand.inputValue()).toBe('留守儿童放学后无人照看');

    await second.submitNeed('zhaojue.business2');
    const changes = page.locator('.task-form').getByRole('alert').filter({ hasText: '您填写期间，该项目有了变化' });
    await changes.getByText('昭觉县民政局 俄木木呷：提交申报').waitFor();
    expect(await demand.inputValue()).toBe('留守儿童放学后无人照看');
    await keepPicture(page, 'changed-while-typing');
    await page.getByRole('button', { name: '清除草稿' }).click();
  });

  it('withdraw what they have just submitted, or take it back', async () => {
    const page = await windowOf('huoluo.officer');
    await openProject(page, second);
    for (const operation of ['撤回', '拿回']) {
      await page.getByRole('radio', { name: '退回修改' }).check();
      await page.getByLabel('退回理由和修改要求').fill('请核对户数');
      await page.getByRole('button', { name: '退回修改' }).click();
      await page.getByText('您已提交该事项。').waitFor();
      await ask(page, operation);
      await dialog(page).getByLabel('原因').fill('退回有误，改为同意');
      await keepPicture(page, operation === '撤回' ? 'withdraw-dialog' : 'take-back-dialog');
      await confirm(page, operation);
      await page.getByText('轮到您办理').waitFor();
      await page.locator('.timeline').getByText(operation, { exact: true }).waitFor();
    }
    await page.getByRole('region', { name: '我的回执' }).getByText('退回修改').first().waitFor();
  });

  it('decide several tasks at one stroke, with a result for each', async () => {
    await second.agreeInVillage();
    const page = await screen.signIn('zhuhe.officer', { isPhone: true });
    const choices = page.getByRole('checkbox', { name: /^选择 乡镇（街道）意见/ });
    await until('both are there', async () => (await choices.count()) === 2);
    await choices.nth(0).check();
    await choices.nth(1).check();
    await page.getByRole('button', { name: '批量办理' }).click();
    await dialog(page).getByText('同意推荐').click();
    await dialog(page).getByLabel('办理意见').fill('情况属实，同意推荐。');
    await keepPicture(page, 'bulk-dialog-phone');
    await dialog(page)
      .getByRole('button', { name: /提\s?交/ })
      .click();
    await dialog(page).getByText('已办理 2 件，未办理 0 件').waitFor();
    expect(await dialog(page).getByText('已办理', { exact: true }).count()).toBe(2);
    await keepPicture(page, 'bulk-results-phone');
  });

  it('let another act in their name, which the other sees', async () => {
    const page = await windowOf('zhaojue.deputy');
    await page.goto('/delegations');
    await page.getByRole('button', { name: '设置代理' }).click();
    await choosePerson(dialog(page), '代理人', '海来里曲');
    for (const [label, day] of [
      ['起始日期', '2026-01-05'],
      ['截止日期', '2026-01-09'],
    ] as const) {
      await dialog(page).getByLabel(label).fill(day);
      await page.keyboard.press('Enter');
    }
    await dialog(page).getByLabel('文号').fill('昭民函〔2026〕3号');
    await keepPicture(page, 'delegation-dialog');
    await confirm(page, '设置代理');
    await page.getByRole('region', { name: '委托他人' }).getByText('吉克木呷 → 海来里曲').waitFor();

    const head = await windowOf('zhaojue.head');
    await head.goto('/');
    await head.getByText('代 吉克木呷 办理').first().waitFor();
    await openTask(head, '县级审查');
    await head.getByText('您正在代 吉克木呷 办理（昭民函〔2026〕3号），办理记录将注明代理关系。').waitFor();
    await keepPicture(head, 'on-behalf');
  });

  it('hand over all that stands in the name of somebody who leaves', async () => {
    const third = await ProjectStory.begin(system.address, '竹核镇老年人日间照料服务');
    await third.claimNeed('zhaojue.business');
    const page = await windowOf('zhaojue.head');
    await page.goto('/hand-over');
    await choosePerson(page.locator('main'), '移交人', '阿苦阿果');
    await choosePerson(page.locator('main'), '接收人', '俄木木呷');
    await page.getByLabel('移交原因').fill('工作调动');
    await page.getByRole('button', { name: '移交全部待办' }).click();
    await page.getByText('已移交 1 件，共 1 件').waitFor();
    await keepPicture(page, 'hand-over');
  });

  it('read their notifications', async () => {
    const page = await windowOf('zhaojue.business');
    await page.getByRole('link', { name: '通知' }).click();
    const unread = page.getByRole('button', { name: '标为已读' });
    await unread.first().waitFor();
    await keepPicture(page, 'notifications');
    const before = await unread.count();
    await unread.first().click();
    await until('one fewer is unread', async () => (await unread.count()) === before - 1);
  });
});
