import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOME } from './paths.mjs';
import { startTimeOf } from './process-table.mjs';
import { stopLeftOversOf } from './stack.mjs';

const PREFIX = 'sanshe-run-';
const ROOM_NEEDED = 2 * 1024 ** 3;

/**
 * Memory where there is enough of it. What must be on a real disk stays beside the repository: the temporary
 * folder may be memory too.
 * @param {boolean} onDisk
 */
function parentFolder(onDisk) {
  const memory = '/dev/shm';
  if (onDisk) return join(HOME, 'runs');
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= ROOM_NEEDED ? memory : tmpdir();
}

/**
 * A folder for one run's servers. What runs that were killed left behind is stopped and removed first.
 * @param {{ onDisk?: boolean }} [options]
 */
export async function makeTemporaryHome({ onDisk = false } = {}) {
  const parent = parentFolder(onDisk);
  await removeAbandoned(parent);
  const folder = mkdtempSync(join(parent, PREFIX));
  writeFileSync(join(folder, 'owner.json'), JSON.stringify({ pid: process.pid, startTime: startTimeOf(process.pid) }));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** @param {string} parent */
async function removeAbandoned(parent) {
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent).filter((each) => each.startsWith(PREFIX))) {
    const folder = join(parent, name);
    if (!isAbandoned(folder)) continue;
    await stopLeftOversOf(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Ours, and the process that made it is gone. @param {string} folder */
function isAbandoned(folder) {
  try {
    const owner = JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8'));
    return startTimeOf(owner.pid) !== owner.startTime;
  } catch {
    return false;
  }
}
