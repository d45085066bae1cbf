import { join } from 'node:path';
import { afterAll, expect } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../apps/launcher/src/server-binaries.mjs';

const PASSWORD = 'Sanshe-Demo-2026';
const STEP_MS = 15_000;
export const DESK = { width: 1360, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** Debian's Chromium without anything that looks for the outside. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=zh-CN',
];

/** Chromium until the spec file is over. */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: findBrowser() ?? 'chromium', args: FLAGS });
  afterAll(() => browser.close());
  return browser;
}

/** A browser for one spec file; each person gets a window with storage of their own. */
export class Screen {
  private constructor(
    private readonly browser: Browser,
    private readonly address: string,
  ) {}

  static async open(address: string): Promise<Screen> {
    return new Screen(await openBrowser(), address);
  }

  /** Signs in at the login page, as a person would. */
  async signIn(login: string, { isPhone = false } = {}): Promise<Page> {
    const page = await this.page({ isPhone });
    await this.fillLogin(page, login);
    await page.getByRole('heading', { name: '待办事项' }).waitFor();
    return page;
  }

  /** A window with storage of its own; nobody is signed in. */
  async page({ isPhone = false } = {}): Promise<Page> {
    const context = await this.browser.newContext({
      baseURL: this.address,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: isPhone ? PHONE : DESK,
      hasTouch: isPhone,
    });
    context.setDefaultTimeout(STEP_MS);
    const page = await context.newPage();
    page.on('pageerror', (error) => {
      throw error;
    });
    return page;
  }

  async fillLogin(page: Page, login: string, password = PASSWORD): Promise<void> {
    await page.goto('/login');
    await page.getByLabel('账号', { exact: true }).fill(login);
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.getByRole('button', { name: '登 录' }).click();
  }
}

/**
 * Pictures for the README: `SANSHE_SCREENSHOTS=docs/screenshots npm test -- --only browser` takes them anew.
 * Without the variable nothing is written.
 */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env.SANSHE_SCREENSHOTS;
  if (folder === undefined) return;
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

/** Every page of a demo says so. */
export async function expectMarkedAsDemo(page: Page, mark = '演示数据'): Promise<void> {
  expect(await page.getByRole('note').first().innerText()).toContain(mark);
}

export async function openTask(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: title }).first().click();
  await page.getByText('轮到您办理').waitFor();
}
