import { setTimeout as pause } from 'node:timers/promises';

const PAUSE_MS = 100;

/** Waits until it is so, at most that long. */
export async function until(what: string, isSo: () => Promise<boolean>, limitMs = 30_000): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new TooLateError(what, limitMs);
    await pause(PAUSE_MS);
  }
}

class TooLateError extends Error {
  constructor(what: string, limitMs: number) {
    super(`not within ${limitMs} ms: ${what}`);
  }
}
