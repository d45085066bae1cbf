import type { Person } from '../cast/person.js';
import type { WorkerProbe } from './worker.probe.js';

interface ClockAnswer {
  readonly at: string;
  readonly revision: number;
}

/** The business clock: stands still while people work and jumps from one moment to the next. */
export class BusinessTime {
  private at = 0;
  private revision = 0;

  constructor(
    private readonly administrator: Person,
    private readonly worker: WorkerProbe,
  ) {}

  get now(): number {
    return this.at;
  }

  /** Sets the clock and waits until the worker has fired all that is due then. */
  async jumpTo(epochMs: number): Promise<void> {
    const body = { at: new Date(epochMs).toISOString(), rate: 0 };
    const { at, revision } = await this.administrator.post<ClockAnswer>('/clock', body);
    this.at = Date.parse(at);
    this.revision = revision;
    await this.settle();
  }

  settle(): Promise<void> {
    return this.worker.untilQuiet(this.revision);
  }
}
