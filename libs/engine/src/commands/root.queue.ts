import { Injectable } from '@nestjs/common';

/**
 * Commands of one root wait here, inside the process, before they take a connection:
 * one busy root cannot drain the pool.
 */
@Injectable()
export class RootQueue {
  private readonly tails = new Map<number, Promise<unknown>>();
  private readonly listeners = new Set<(rootId: number) => void>();

  /** Called after each command that was not refused, when its transaction has been committed. */
  onDone(listener: (rootId: number) => void): void {
    this.listeners.add(listener);
  }

  run<T>(rootId: number, work: () => Promise<T>): Promise<T> {
    const before = this.tails.get(rootId);
    const mine = before ? before.then(work, work) : work();
    this.tails.set(rootId, mine);
    const leave = (): void => {
      if (this.tails.get(rootId) === mine) this.tails.delete(rootId);
    };
    mine.then(leave, leave);
    mine.then(
      () => this.listeners.forEach((listener) => listener(rootId)),
      () => undefined,
    );
    return mine;
  }
}
