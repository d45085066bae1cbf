/** Weights by name; they need not add up to one. */
export type Weights = Readonly<Record<string, number>>;

const WORD = 2 ** 32;

/** Seeded random numbers: the same seed gives the same numbers on every machine. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = mixed(seed);
  }

  /** Numbers of their own for a part, so that more cases do not change the earlier ones. */
  static of(seed: number, part: number): Random {
    return new Random(mixed(seed) ^ mixed(part + 0x9e3779b9));
  }

  /** At least 0, less than 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    return mixed(this.state) / WORD;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (Math.max(most, least) - least + 1));
  }

  /** Half of the values lie below the median; `spread` is the deviation of the logarithm. */
  logNormal(median: number, spread: number): number {
    return median * Math.exp(spread * this.normal());
  }

  /** A name in proportion to its weight; undefined where there is nothing to choose. */
  pick(weights: Weights): string | undefined {
    const entries = Object.entries(weights).filter(([, weight]) => weight > 0);
    const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.next() * total;
    for (const [name, weight] of entries) {
      left -= weight;
      if (left < 0) return name;
    }
    return entries.at(-1)?.[0];
  }

  oneOf<T>(items: readonly T[]): T | undefined {
    return items[Math.floor(this.next() * items.length)];
  }

  /** Box and Muller. */
  private normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return radius * Math.cos(2 * Math.PI * this.next());
  }
}

/** The mixing step of mulberry32. */
function mixed(word: number): number {
  let value = word >>> 0;
  value = Math.imul(value ^ (value >>> 15), value | 1);
  value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
  return (value ^ (value >>> 14)) >>> 0;
}
