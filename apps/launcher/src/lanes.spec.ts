import { describe, expect, it } from '@jest/globals';
import { Writable } from 'node:stream';
import { report, runLanes } from './lanes.mjs';
import { Progress } from './progress.mjs';

const quiet = new Progress(new Writable({ write: (_chunk, _encoding, done) => done() }));
const step = (name: string, passed: number, failed: number) => ({
  name,
  run: async () => ({ passed, failed, output: '' }),
});

describe('runLanes and report', () => {
  it('runs every step and adds up', async () => {
    const lanes = [[step('types', 1, 0), step('unit', 40, 2)], [step('db', 7, 0)]];
    const finished = await runLanes(lanes, quiet, new AbortController().signal);
    expect(report(finished).text.split('\n').at(-1)).toBe('48 passed, 2 failed');
  });

  it('counts a step that breaks as one failure and goes on', async () => {
    const broken = { name: 'build', run: () => Promise.reject(new Error('no compiler')) };
    const finished = await runLanes([[broken, step('db', 7, 0)]], quiet, new AbortController().signal);
    expect(report(finished)).toMatchObject({ failed: 1 });
    expect(finished.map(({ name }) => name)).toEqual(['build', 'db']);
  });
});
