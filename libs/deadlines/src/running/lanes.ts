/** Groups in order of first appearance; the order within a group is kept. */
export function lanesOf<T>(items: readonly T[], keyOf: (item: T) => number): T[][] {
  const lanes = new Map<number, T[]>();
  for (const item of items) {
    const lane = lanes.get(keyOf(item));
    if (lane) lane.push(item);
    else lanes.set(keyOf(item), [item]);
  }
  return [...lanes.values()];
}

/** Works on at most `concurrency` lanes at a time. `work` must not reject. */
export async function runLanes<T>(
  lanes: readonly T[][],
  concurrency: number,
  work: (lane: T[]) => Promise<void>,
): Promise<void> {
  const waiting = lanes.values();
  const hand = async (): Promise<void> => {
    for (const lane of waiting) await work(lane);
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, lanes.length) }, hand));
}
