import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeLock } from './folder-lock.mjs';
import { startTimeOf } from './process-table.mjs';

const folder = mkdtempSync(join(tmpdir(), 'sanshe-lock-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('takeLock', () => {
  it('is held by one, and free again after release', () => {
    const file = join(folder, 'a.json');
    const first = takeLock(file);
    expect(takeLock(file)).toMatchObject({ holder: { pid: process.pid } });
    if ('release' in first) first.release();
    expect(takeLock(file)).toHaveProperty('release');
  });

  it.each([
    ['a process that is gone', { pid: 2 ** 22 + 1, startTime: '1' }],
    ['a number given out again', { pid: process.pid, startTime: `${startTimeOf(process.pid)}0` }],
    ['nobody readable', 'half a li'],
  ])('is not held by %s', (_who, holder) => {
    const file = join(folder, 'b.json');
    writeFileSync(file, JSON.stringify(holder).slice(0, -1));
    if (typeof holder !== 'string') writeFileSync(file, JSON.stringify(holder));
    expect(takeLock(file)).toHaveProperty('release');
    rmSync(file);
  });
});
