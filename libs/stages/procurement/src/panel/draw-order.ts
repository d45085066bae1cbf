import { createHash } from 'node:crypto';

/** The order in which a seed draws a pool: anyone who knows both can compute it again. */
export function drawOrder(seed: string, pool: readonly number[]): number[] {
  const lots = [...new Set(pool)].map((userId) => ({ userId, lot: lotOf(seed, userId) }));
  return lots.sort((a, b) => compare(a.lot, b.lot)).map(({ userId }) => userId);
}

function lotOf(seed: string, userId: number): string {
  return createHash('sha256').update(`${seed}:${userId}`).digest('hex');
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
