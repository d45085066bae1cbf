export interface BackoffPlan {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** Doubles from `firstMs` up to `longestMs`; `attempts` counts the failures so far, the last one included. */
export function backoffMs(attempts: number, { firstMs, longestMs }: BackoffPlan): number {
  const doublings = Math.min(Math.max(attempts - 1, 0), 30);
  return Math.min(firstMs * 2 ** doublings, longestMs);
}
