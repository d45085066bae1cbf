import { existsSync } from 'node:fs';
import { findBrowser } from './server-binaries.mjs';
import { canInstallPackages, installPackages } from './system-packages.mjs';

const PACKAGES = ['chromium', 'fonts-noto-cjk'];
const CHINESE_FONT = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

/**
 * The browser of the browser tests, with a Chinese font; installed where that is possible.
 * @param {(text: string) => void} say
 * @returns {Promise<string>}
 */
export async function ensureBrowser(say) {
  const isComplete = () => findBrowser() !== undefined && (existsSync(CHINESE_FONT) || process.platform !== 'linux');
  if (!isComplete() && canInstallPackages()) {
    say(`installing ${PACKAGES.join(', ')}`);
    await installPackages(PACKAGES);
  }
  const browser = findBrowser();
  if (browser === undefined) {
    throw new Error(`The browser tests need Chromium and a Chinese font: install ${PACKAGES.join(' and ')}.`);
  }
  return browser;
}
