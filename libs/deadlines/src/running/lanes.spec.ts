import { describe, expect, it } from '@jest/globals';
import { lanesOf, runLanes } from './lanes.js';

describe('lanesOf', () => {
  it('groups by key and keeps the order', () => {
    const items = [
      [1, 'a'],
      [2, 'b'],
      [1, 'c'],
    ] as const;
    expect(lanesOf(items, ([key]) => key)).toEqual([
      [
        [1, 'a'],
        [1, 'c'],
      ],
      [[2, 'b']],
    ]);
  });
});

describe('runLanes', () => {
  it('works on every lane, never on more than allowed at once', async () => {
    let busy = 0;
    let most = 0;
    const done: number[] = [];
    await runLanes([[1], [2], [3], [4], [5]], 2, async ([item = 0]) => {
      busy += 1;
      most = Math.max(most, busy);
      await Promise.resolve();
      done.push(item);
      busy -= 1;
    });
    expect(done.sort()).toEqual([1, 2, 3, 4, 5]);
    expect(most).toBe(2);
  });

  it('has nothing to do without lanes', async () => {
    await expect(runLanes([], 4, async () => undefined)).resolves.toBeUndefined();
  });
});
