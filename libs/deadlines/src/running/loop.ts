/** Does one round of work and says in how many milliseconds to come back. */
export type Round = () => Promise<number>;

export interface LoopOptions {
  readonly round: Round;
  /** A failed round is reported and tried again after `retryMs`; it never ends the loop. */
  readonly onError: (error: unknown) => void;
  readonly retryMs: number;
}

/** Repeats a round of work, one at a time, until it is stopped. */
export class Loop {
  private isRunning = false;
  private isWoken = false;
  private wakeUp: (() => void) | null = null;
  private ended: Promise<void> = Promise.resolve();

  constructor(private readonly options: LoopOptions) {}

  start(): void {
    if (this.isRunning) return;
    this.isRunning = true;
    this.ended = this.run();
  }

  /** The next round begins at once, or right after the one that is running. */
  wake(): void {
    this.isWoken = true;
    this.wakeUp?.();
  }

  /** Resolves when the round in progress is over, at the latest after `limitMs`: a round may hang on a server that is away. */
  async stop(limitMs = 5000): Promise<void> {
    this.isRunning = false;
    this.wake();
    await Promise.race([this.ended, pause(limitMs)]);
  }

  private async run(): Promise<void> {
    while (this.isRunning) {
      const waitMs = await this.oneRound();
      await this.rest(waitMs);
    }
  }

  private async oneRound(): Promise<number> {
    this.isWoken = false;
    try {
      return await this.options.round();
    } catch (error) {
      this.options.onError(error);
      return this.options.retryMs;
    }
  }

  private rest(waitMs: number): Promise<void> {
    if (this.isWoken || !this.isRunning || waitMs <= 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(done, waitMs);
      this.wakeUp = done;
      function done(): void {
        clearTimeout(timer);
        resolve();
      }
    });
  }
}

/** Does not keep the process alive. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
