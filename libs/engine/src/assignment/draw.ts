import { createHash } from 'node:crypto';

/** 抽取: who was drawn from whom, by which seed; anybody can draw again from these facts and must get the same. */
export interface Draw {
  /** Hex digest. */
  readonly seed: string;
  readonly from: readonly number[];
  readonly drawn: readonly number[];
}

/** The seed is fixed by the history so far, which nobody can choose afterwards. */
export function seedOf(chainHead: Buffer, ...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(chainHead).update(parts.join('/')).digest('hex');
}

/** Draws without putting back: each is ranked by a digest of the seed and its own id. */
export function drawFrom(ids: readonly number[], count: number, seed: string): Draw {
  const from = [...new Set(ids)].sort((a, b) => a - b);
  const rank = (id: number): string => createHash('sha256').update(`${seed}/${id}`).digest('hex');
  const ranked = from.map((id) => ({ id, rank: rank(id) })).sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return { seed, from, drawn: ranked.slice(0, count).map(({ id }) => id) };
}
