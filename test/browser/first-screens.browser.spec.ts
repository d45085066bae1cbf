import { describe, expect, it, jest } from '@jest/globals';
import { useSystem } from '#support/system';
import { until } from './condition.js';
import { Person } from './person.js';
import { ProjectStory } from './project.story.js';
import { expectMarkedAsDemo, keepPicture, openTask, Screen } from './screen.js';

jest.setTimeout(120_000);

const system = await useSystem({ settings: { SANSHE_CLOCK: 'settable' } });
const screen = await Screen.open(system.address);
const story = await ProjectStory.begin(system.address);

async function statesAs(login: string): Promise<string[]> {
  const person = await Person.signIn(system.address, login);
  const { tasks } = await person.get<{ tasks: { state: string }[] }>(`/cases/${story.rootId}`);
  return tasks.map((task) => task.state);
}

const isNow = (login: string, state: string) =>
  until(`the case waits in ${state}`, async () => (await statesAs(login)).includes(state));

describe('first screens', () => {
  it('a county officer reviews an application', async () => {
    await story.untilCountyReview();
    const page = await screen.signIn('zhaojue.deputy');
    await expectMarkedAsDemo(page);
    expect(await page.getByRole('row', { name: /竹核镇易地搬迁社区融入服务/ }).innerText()).toMatch(/剩余 \d+ 天/);
    await openTask(page, '县级审查');
    await keepPicture(page, 'county-review');
    await page.getByLabel('审查意见').fill('材料齐全,同意上报。');

    await page.getByRole('button', { name: '审查通过' }).click();
    await page.getByText('还有未填写或填写有误的内容').waitFor();
    await page.getByLabel('申报材料齐全').check();
    await page.getByLabel('属于本单位职责').check();
    await page.getByRole('button', { name: '审查通过' }).click();

    await page.locator('.timeline').getByText('昭觉县民政局 吉克木呷').first().waitFor();
    await isNow('zhaojue.leader', 'decision');
    await page.locator('.timeline').getByText('材料齐全,同意上报。').waitFor();
  });

  it('a finance clerk cuts nothing and passes the budget, line by line', async () => {
    await story.untilFinanceReview();
    const head = await screen.signIn('zhaojue-finance.head');
    await head.getByText('没有待办事项').waitFor();
    const page = await screen.signIn('zhaojue-finance.social');
    await openTask(page, '财政审核');
    await page.getByLabel('明细序号').fill('1');
    await page.getByLabel('审定金额').fill('1100000');
    await page.getByText('壹佰壹拾万元整').first().waitFor();
    await page.getByLabel('审定合计').fill('1,100,001');
    await page.getByRole('textbox', { name: '审核意见' }).fill('标准合规,予以核定。');
    await page.getByRole('button', { name: '提出审核意见' }).click();

    await page.getByText('提交未成功').waitFor();
    await keepPicture(page, 'finance-review');
    expect(await page.getByRole('textbox', { name: '审核意见' }).inputValue()).toBe('标准合规,予以核定。');
    await page.getByLabel('审定合计').fill('1100000');
    await page.getByRole('button', { name: '提出审核意见' }).click();
    await isNow('zhaojue-finance.head', 'signOff');
    // The open page of whoever is next learns of it by itself.
    await head
      .getByRole('link', { name: '批复预算' })
      .or(head.getByText('竹核镇易地搬迁社区融入服务'))
      .first()
      .waitFor();
  });

  it('a contractor responds to the announcement from a phone', async () => {
    await story.untilAnnouncement();
    const page = await screen.signIn('chenguang.legal', { isPhone: true });
    await page.getByRole('link', { name: '采购公告' }).click();
    await page.getByRole('button', { name: '提交响应' }).click();
    await page.getByLabel('报价').fill('1080000');
    await page.getByLabel('服务方案摘要').fill('社工驻点,个案、小组和社区活动相结合。');
    await page.getByLabel('项目负责人').fill('俄木尔布');
    await page.locator('input[type=file]').setInputFiles({
      name: '响应文件.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'),
    });
    await page.getByText('响应文件.pdf').waitFor();
    await keepPicture(page, 'supplier-response-phone');
    await page.getByLabel('承诺符合政府采购法').check();
    await page.getByRole('button', { name: '提交响应文件' }).click();
    await page.getByText('已响应').waitFor();

    const supplier = await Person.signIn(system.address, 'chenguang.legal');
    const { items } = await supplier.get<{ items: { price: number }[] }>('/procurement/responses');
    expect(items).toMatchObject([{ price: 108_000_000 }]);
  });

  it('shows where a project stands, why, and how it came there', async () => {
    const page = await screen.signIn('zhaojue.procurement');
    await page.getByRole('link', { name: '项目', exact: true }).click();
    await page.getByRole('link', { name: '竹核镇易地搬迁社区融入服务' }).click();
    await page.getByRole('listitem').filter({ hasText: '组织采购' }).first().waitFor();
    await page.getByText('¥ 1,100,000.00').first().waitFor();
    await page.getByText('计算过程').first().click();
    await page.locator('.computation li').first().waitFor();
    await page.getByRole('tab', { name: '预算编制' }).click();
    await page.getByText('昭财社〔2026〕8号').waitFor();
    await keepPicture(page, 'project');

    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Progress').or(page.getByText('Procurement')).first().waitFor();
    await expectMarkedAsDemo(page, 'Demo data');
  });

  it('answers an unknown page address with a page, and an unknown API address with a problem', async () => {
    const page = await screen.signIn('zhaojue.business');
    await page.goto('/nowhere');
    await page.getByText('没有这个页面').waitFor();
    const response = await fetch(`${system.address}/api/v1/nowhere`);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });
});
