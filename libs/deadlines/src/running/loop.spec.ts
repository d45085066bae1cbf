import { describe, expect, it } from '@jest/globals';
import { Loop } from './loop.js';

const NEVER_MS = 3_600_000;

/** Resolves at the n-th call of `count`. */
function counter(target: number) {
  let count = 0;
  let reach: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const call = (): number => {
    count += 1;
    if (count === target) reach();
    return count;
  };
  return { call, reached, count: () => count };
}

describe('Loop', () => {
  it('comes back after the time that the round names', async () => {
    const rounds = counter(3);
    const loop = new Loop({ round: async () => (rounds.call(), 1), onError: () => undefined, retryMs: 1 });
    loop.start();
    await rounds.reached;
    await loop.stop();
    expect(rounds.count()).toBeGreaterThanOrEqual(3);
  });

  it('reports a failed round and goes on', async () => {
    const rounds = counter(2);
    const errors: unknown[] = [];
    const failure = new Error('first');
    const loop = new Loop({
      round: async () => {
        if (rounds.call() === 1) throw failure;
        return NEVER_MS;
      },
      onError: (error) => errors.push(error),
      retryMs: 1,
    });
    loop.start();
    await rounds.reached;
    await loop.stop();
    expect(errors).toEqual([failure]);
  });

  it('is woken while it rests', async () => {
    const first = counter(1);
    const second = counter(2);
    const loop = new Loop({
      round: async () => (first.call(), second.call(), NEVER_MS),
      onError: () => undefined,
      retryMs: 1,
    });
    loop.start();
    await first.reached;
    loop.wake();
    await second.reached;
    await loop.stop();
    expect(second.count()).toBe(2);
  });

  it('does not forget a call that comes during a round', async () => {
    const rounds = counter(2);
    const loop: Loop = new Loop({
      round: async () => {
        if (rounds.call() === 1) loop.wake();
        return NEVER_MS;
      },
      onError: () => undefined,
      retryMs: 1,
    });
    loop.start();
    await rounds.reached;
    await loop.stop();
    expect(rounds.count()).toBe(2);
  });

  it('stops although a round hangs', async () => {
    const loop = new Loop({ round: () => new Promise(() => undefined), onError: () => undefined, retryMs: 1 });
    loop.start();
    await expect(loop.stop(5)).resolves.toBeUndefined();
  });
});
