import { setTimeout as delay } from 'node:timers/promises';

/**
 * Polls until `check` answers something truthy, `giveUp` answers a reason, or the limit passes.
 * @template T
 * @param {{ what: string, limitMs: number, everyMs?: number, check: () => Promise<T> | T, giveUp?: () => string | undefined }} wait
 * @returns {Promise<NonNullable<T>>}
 */
export async function waitFor({ what, limitMs, everyMs = 50, check, giveUp = () => undefined }) {
  const end = performance.now() + limitMs;
  for (;;) {
    const answer = await check();
    if (answer) return answer;
    const reason = giveUp();
    if (reason !== undefined) throw new Error(`${what}: ${reason}`);
    if (performance.now() > end) throw new Error(`${what}: not there after ${Math.round(limitMs / 1000)} s`);
    await delay(everyMs);
  }
}
