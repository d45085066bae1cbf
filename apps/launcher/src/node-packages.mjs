import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readStamp, writeStamp } from './fingerprint.mjs';
import { withLock } from './folder-lock.mjs';
import { HOME, ROOT } from './paths.mjs';
import { mustRun } from './run-command.mjs';

const LOCK_FILE = join(ROOT, 'package-lock.json');
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json');
const STAMP = join(ROOT, 'node_modules', '.sanshe-packages');

const wanted = () => createHash('sha256').update(readFileSync(LOCK_FILE)).digest('hex');

/** Whether node_modules is what package-lock.json says. */
export function arePackagesInstalled() {
  if (!existsSync(INSTALLED)) return false;
  if (readStamp(STAMP) === wanted()) return true;
  if (statSync(INSTALLED).mtimeMs < statSync(LOCK_FILE).mtimeMs) return false;
  writeStamp(STAMP, wanted());
  return true;
}

/**
 * @param {AbortSignal} [signal]
 * @returns {Promise<boolean>} whether anything had to be installed
 */
export async function ensurePackages(signal) {
  if (arePackagesInstalled()) return false;
  await withLock(join(HOME, 'packages.lock.json'), async () => {
    if (arePackagesInstalled()) return;
    await mustRun('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { signal });
    writeStamp(STAMP, wanted());
  });
  return true;
}
