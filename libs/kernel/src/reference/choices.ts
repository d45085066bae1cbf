/**
 * A source of choices fed from a list of numbers: the same list gives the same definition and walk, and a shorter
 * list or smaller numbers give a simpler one, so that fast-check can shrink what it found.
 */
export class Choices {
  private next = 0;

  constructor(private readonly numbers: readonly number[]) {}

  /** A whole number from 0 to below `count`; 0 when the list is used up. */
  below(count: number): number {
    const number = this.numbers[this.next] ?? 0;
    this.next += 1;
    return count <= 0 ? 0 : number % count;
  }

  /** True in about `percent` of the cases; false when the list is used up. */
  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }

  oneOf<T>(items: readonly [T, ...T[]]): T {
    return items[this.below(items.length)] ?? items[0];
  }

  /** One of the items, or undefined when there are none. */
  any<T>(items: readonly T[]): T | undefined {
    return items[this.below(items.length)];
  }

  list<T>(max: number, make: (index: number) => T): T[] {
    return Array.from({ length: this.below(max + 1) }, (_, index) => make(index));
  }
}
