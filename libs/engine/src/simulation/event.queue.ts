/** Something that will happen. Of two at the same moment the lower rank comes first, then what was put in first. */
export interface Happening {
  readonly at: number;
  readonly rank: number;
  run(): void;
}

interface Placed {
  readonly happening: Happening;
  readonly order: number;
}

/** What is still to come, earliest first (a binary heap). */
export class EventQueue {
  private readonly heap: Placed[] = [];
  private order = 0;

  push(happening: Happening): void {
    this.heap.push({ happening, order: this.order });
    this.order += 1;
    this.rise(this.heap.length - 1);
  }

  pop(): Happening | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (first && last && this.heap.length > 0) {
      this.heap[0] = last;
      this.sink(0);
    }
    return first?.happening;
  }

  private rise(start: number): void {
    for (let index = start; index > 0; ) {
      const parent = (index - 1) >> 1;
      if (!this.swapIfLater(parent, index)) return;
      index = parent;
    }
  }

  private sink(start: number): void {
    for (let index = start; ; ) {
      const child = this.earlierChild(index);
      if (child === null || !this.swapIfLater(index, child)) return;
      index = child;
    }
  }

  private earlierChild(index: number): number | null {
    const left = this.heap[2 * index + 1];
    const right = this.heap[2 * index + 2];
    if (!left) return null;
    return right && isLater(left, right) ? 2 * index + 2 : 2 * index + 1;
  }

  private swapIfLater(upper: number, lower: number): boolean {
    const above = this.heap[upper];
    const below = this.heap[lower];
    if (!above || !below || !isLater(above, below)) return false;
    this.heap[upper] = below;
    this.heap[lower] = above;
    return true;
  }
}

function isLater(a: Placed, b: Placed): boolean {
  if (a.happening.at !== b.happening.at) return a.happening.at > b.happening.at;
  if (a.happening.rank !== b.happening.rank) return a.happening.rank > b.happening.rank;
  return a.order > b.order;
}
