import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { useSystem } from '#support/system';
import { until } from './condition.js';
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

describe('people at work', () => {
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
