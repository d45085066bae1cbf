import { describe, expect, it, jest } from '@jest/globals';
import { TOTP } from 'otpauth';
import { DemoConfig } from '#libs/platform';
import { useSystem } from '#support/system';
import { Person } from './person.js';
import { keepPicture, Screen } from './screen.js';

jest.setTimeout(120_000);

const system = await useSystem();
const screen = await Screen.open(system.address);
const PASSWORD = new DemoConfig().password;
const NEW = 'Long-Road-To-Xichang-9';

const codeOf = (secret: string): string => new TOTP({ secret }).generate();

describe('the account page', () => {
  it('is all there is until a password is changed that must be', async () => {
    const head = await Person.signIn(system.address, 'zhaojue.head');
    const page = await screen.page();
    const officer = await Person.signIn(system.address, 'zhaojue.business2');
    const { userId } = await officer.get<{ userId: number }>('/me');
    await head.post(`/users/${userId}/password-demands`, {});

    await screen.fillLogin(page, 'zhaojue.business2');
    await page.getByText('请先完成以下事项').waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    await page.goto('/projects');
    await page.getByText('请先完成以下事项').waitFor();

    await page.getByLabel('当前密码').fill(PASSWORD);
    await page.getByLabel('新密码', { exact: true }).fill('zhaojue');
    await page.getByLabel('再次输入新密码').fill('zhaojue');
    await page.getByRole('button', { name: '修改密码' }).click();
    await page.getByText('新密码不符合密码策略').waitFor();
    await keepPicture(page, 'password-change');
    await page.getByLabel('新密码', { exact: true }).fill(NEW);
    await page.getByLabel('再次输入新密码').fill(NEW);
    await page.getByRole('button', { name: '修改密码' }).click();
    await page.getByText('密码已修改').waitFor();
    await page.getByRole('link', { name: '待办' }).click();
    await page.getByRole('heading', { name: '待办事项' }).waitFor();
  });

  it('sets up a second factor, which the next login asks for', async () => {
    const page = await screen.signIn('zhaojue.planfinance');
    await page.goto('/account');
    await page.getByRole('button', { name: '绑定手机验证器' }).click();
    await page.getByLabel('请输入当前密码以确认').fill(PASSWORD);
    await page.getByRole('button', { name: '继续' }).click();
    const secret = await page.getByTestId('secret').innerText();
    await page.getByRole('textbox', { name: '动态口令' }).fill(codeOf(secret));
    await keepPicture(page, 'second-factor');
    await page.getByRole('button', { name: '确认绑定' }).click();
    const codes = await page.locator('.recovery-codes code').allInnerTexts();
    expect(codes).toHaveLength(10);
    await page.getByRole('button', { name: '我已保存' }).click();
    await page.getByText('剩余10个恢复码').waitFor();
    await page.getByText('当前登录').waitFor();

    await page.getByRole('button', { name: '退出登录' }).click();
    await screen.fillLogin(page, 'zhaojue.planfinance');
    await page.getByLabel('动态口令或恢复码').fill(codes[0] ?? '');
    await page.getByRole('button', { name: '登 录' }).click();
    await page.getByRole('heading', { name: '待办事项' }).waitFor();
  });

  it('ends other logins; a code of the administrator lets somebody in who forgot the password', async () => {
    const page = await screen.signIn('zhaojue.deputy');
    const elsewhere = await screen.signIn('zhaojue.deputy');
    await page.goto('/account');
    await page.getByRole('button', { name: '退出其他全部登录' }).click();
    await page.getByRole('button', { name: '退出其他全部登录' }).waitFor({ state: 'detached' });
    await elsewhere.goto('/projects');
    await elsewhere.getByRole('button', { name: '登 录' }).waitFor();

    const head = await Person.signIn(system.address, 'zhaojue.head');
    const deputy = await Person.signIn(system.address, 'zhaojue.deputy');
    const { userId } = await deputy.get<{ userId: number }>('/me');
    const { code } = await head.post<{ code: string }>(`/users/${userId}/reset-codes`, {});
    await elsewhere.getByRole('link', { name: '忘记密码' }).click();
    await elsewhere.getByLabel('账号', { exact: true }).fill('zhaojue.deputy');
    await elsewhere.getByLabel('重置码').fill(code);
    await elsewhere.getByLabel('新密码', { exact: true }).fill(NEW);
    await elsewhere.getByLabel('再次输入新密码').fill(NEW);
    await elsewhere.getByRole('button', { name: '设置密码' }).click();
    await elsewhere.getByText('密码已设置').waitFor();
    await elsewhere.getByRole('link', { name: '返回登录' }).click();
    await screen.fillLogin(elsewhere, 'zhaojue.deputy', NEW);
    await elsewhere.getByRole('heading', { name: '待办事项' }).waitFor();
  });
});
