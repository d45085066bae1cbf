import { describe, expect, it, jest } from '@jest/globals';
import { useSystem } from '#support/system';
import { keepPicture, Screen } from './screen.js';

jest.setTimeout(120_000);

const system = await useSystem();
const screen = await Screen.open(system.address);

describe('三权分立 on the screen', () => {
  it('the system administrator opens an account, the security administrator grants its role, audit reads both', async () => {
    const admin = await screen.signIn('admin');
    await admin.getByRole('link', { name: '系统管理' }).click();
    await admin.getByRole('region', { name: '用户' }).getByText('朱若兰').waitFor();
    await admin.getByRole('button', { name: '新建用户' }).click();
    const dialog = admin.getByRole('dialog', { name: '新建用户' });
    await dialog.getByLabel('所在单位').fill('昭觉县民政局');
    await admin.getByTitle('昭觉县民政局', { exact: true }).click();
    await dialog.getByLabel('用户名').fill('zhaojue.new');
    await dialog.getByLabel('姓名').fill('新同志');
    await dialog.getByLabel('岗位').fill('业务股');
    await dialog.getByLabel('岗位').press('Enter');
    await dialog.getByTitle('业务股经办').waitFor();
    await dialog.getByLabel('电话').fill('13800138000');
    await dialog.getByText('保存').click();
    await admin.getByText('仅显示一次').waitFor();
    await keepPicture(admin, 'administration-new-user');

    const security = await screen.signIn('security.admin');
    await security.goto('/administration?tab=roles');
    await security.getByText('新同志（zhaojue.new）').waitFor();
    await security
      .getByRole('button', { name: '授 予' })
      .or(security.getByRole('button', { name: '授予' }))
      .first()
      .click();
    await security.getByText('没有记录').waitFor();
    expect(await security.getByRole('tab', { name: '批量导入' }).count()).toBe(0);

    const audit = await screen.signIn('audit.admin');
    await audit.goto('/administration?tab=operations');
    const log = audit.getByRole('region', { name: '操作日志' });
    await log.getByText('授予岗位').waitFor();
    await log.getByText('新建用户').waitFor();
    expect(await log.getByText('13800138000').count()).toBe(0);
    await keepPicture(audit, 'operation-log');
  });
});
