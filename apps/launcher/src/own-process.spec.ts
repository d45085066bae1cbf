import { afterAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOwnProcess, stopLeftOvers } from './own-process.mjs';
import { startTimeOf } from './process-table.mjs';
import { waitFor } from './wait.mjs';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sanshe-process-')));
afterAll(() => rmSync(folder, { recursive: true }));

function start(name: string, script: string) {
  return startOwnProcess({ name, command: process.execPath, args: ['-e', script], runFolder: folder, cwd: folder });
}

describe('own processes', () => {
  it('are killed when they do not listen to TERM', async () => {
    const stubborn = start('stubborn', "process.on('SIGTERM', () => 0); console.log('up'); setInterval(() => 0, 1000)");
    await waitFor({ what: 'start', limitMs: 5_000, check: () => stubborn.logTail() === 'up' });
    await stubborn.stop(200);
    expect(await stubborn.exited).toMatchObject({ signal: 'SIGKILL' });
    expect(existsSync(join(folder, 'stubborn.pid.json'))).toBe(false);
  });

  it('say what they printed before they ended', async () => {
    const brief = start('brief', "console.error('no port'); process.exit(4)");
    expect(await brief.exited).toEqual({ code: 4, signal: null });
    expect(brief.logTail()).toBe('no port');
  });

  it('are found by pid file; a foreign process with the same number is left alone', async () => {
    const left = start('left', 'setInterval(() => 0, 1000)');
    writeFileSync(join(folder, 'foreign.pid.json'), JSON.stringify({ pid: process.pid, startTime: '1' }));
    expect(await stopLeftOvers(folder, [])).toEqual(['left']);
    expect(startTimeOf(left.pid)).toBeUndefined();
  });

  it('are found by the folder they work in when the pid file is lost', async () => {
    const left = start('lost', 'setInterval(() => 0, 1000)');
    rmSync(join(folder, 'lost.pid.json'));
    expect(await stopLeftOvers(join(folder, 'none'), [folder])).toHaveLength(1);
    expect(startTimeOf(left.pid)).toBeUndefined();
  });
});
