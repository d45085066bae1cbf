import { setTimeout as pause } from 'node:timers/promises';
import type { WorkerHealth } from '../http/api.shapes.js';
import { WorkerLateError } from '../walkthrough.error.js';

const EVERY_MS = 60;
const LIMIT_SECONDS = 60;

type Worker = NonNullable<WorkerHealth['worker']>;

/** Looks at the worker's health page: has it done what is due? */
export class WorkerProbe {
  constructor(private readonly address: string) {}

  /** Until it keeps that clock, every timer that is due has fired, and all that left transactions is delivered, mail too. */
  untilQuiet(revision: number): Promise<void> {
    return this.until(
      'fire what is due and deliver the outbox',
      ({ clockRevision, timers, outbox, sendings }) =>
        clockRevision >= revision && timers.overdue === 0 && outbox.pending === 0 && sendings.pending === 0,
    );
  }

  private async until(what: string, isDone: (worker: Worker) => boolean): Promise<void> {
    for (let waited = 0; waited < LIMIT_SECONDS * 1000; waited += EVERY_MS) {
      const worker = await this.read();
      if (worker && isDone(worker)) return;
      await pause(EVERY_MS);
    }
    throw new WorkerLateError(what, LIMIT_SECONDS);
  }

  private async read(): Promise<Worker | null> {
    const response = await fetch(`${this.address}/health`);
    // The worker's own page; a part that is not there yet is null.
    return ((await response.json()) as WorkerHealth).worker;
  }
}
