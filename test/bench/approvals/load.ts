/** What a run of a fixed time at a fixed concurrency gave. */
export interface LoadResult {
  /** Operations a second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly operations: number;
}

export interface Load {
  readonly concurrency: number;
  readonly seconds: number;
  /** One operation of one client; clients never share a case. */
  run(client: number): Promise<void>;
}

/** Runs as many clients side by side, each one operation after the other, until the time is over. */
export async function measure({ concurrency, seconds, run }: Load): Promise<LoadResult> {
  const latencies: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(
    Array.from({ length: concurrency }, async (_, client) => {
      for (let before = performance.now(); before < end; before = performance.now()) {
        await run(client);
        latencies.push(performance.now() - before);
      }
    }),
  );
  const elapsed = (performance.now() - start) / 1000;
  latencies.sort((a, b) => a - b);
  const quantile = (share: number): number =>
    round(latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0);
  return {
    rate: round(latencies.length / elapsed),
    p50: quantile(0.5),
    p99: quantile(0.99),
    operations: latencies.length,
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
