import type { SystemClock } from '#libs/platform';

interface Count {
  readonly attempts: number;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

const MOST_KEYS = 50_000;

/** A key and how many attempts fill it. */
export type AttemptLimit = readonly [key: string, limit: number];

/** What one process has counted itself, and what Redis told it: stands in while Redis is away or slow. */
export class AttemptWindow {
  private readonly counts = new Map<string, Count>();

  constructor(
    private readonly clock: SystemClock,
    private readonly seconds: number,
  ) {}

  /** Counts one more for each key unless one is full; answers the seconds to wait, one number for each key. */
  count(limits: readonly AttemptLimit[]): readonly number[] {
    const now = this.clock.now().getTime();
    const waits = limits.map(([key, limit]) => {
      const count = this.at(key, now);
      return count && count.attempts >= limit ? Math.ceil((count.until - now) / 1000) : 0;
    });
    if (waits.every((wait) => wait === 0)) for (const [key, limit] of limits) this.add(key, limit, now);
    return waits;
  }

  /** Redis has found keys full, for attempts in all processes: they stay so here should it fall silent. */
  follow(limits: readonly AttemptLimit[], waits: readonly number[]): void {
    const now = this.clock.now().getTime();
    for (const [at, [key, limit]] of limits.entries()) {
      const wait = waits[at] ?? 0;
      if (wait === 0) continue;
      if (!this.counts.has(key)) this.makeRoom();
      this.counts.set(key, { attempts: limit, until: now + wait * 1000 });
    }
  }

  takeBack(key: string): void {
    const count = this.counts.get(key);
    if (count && count.attempts > 0) this.counts.set(key, { ...count, attempts: count.attempts - 1 });
  }

  forget(key: string): void {
    this.counts.delete(key);
  }

  private add(key: string, limit: number, now: number): void {
    const before = this.at(key, now);
    const attempts = (before?.attempts ?? 0) + 1;
    // Whoever fills it waits the whole time, whenever the first attempt was.
    const until = before && attempts < limit ? before.until : now + this.seconds * 1000;
    if (!before) this.makeRoom();
    this.counts.set(key, { attempts, until });
  }

  private at(key: string, now: number): Count | undefined {
    const count = this.counts.get(key);
    return count && count.until > now ? count : undefined;
  }

  /** The oldest go: a flood of made-up logins must not fill the memory. */
  private makeRoom(): void {
    for (const key of this.counts.keys()) {
      if (this.counts.size < MOST_KEYS) return;
      this.counts.delete(key);
    }
  }
}
