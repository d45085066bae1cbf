import { setTimeout as pause } from 'node:timers/promises';
import { waitFor } from '../../apps/launcher/src/wait.mjs';
import { logIn } from './workload.js';

interface Standing {
  readonly at: string;
  readonly revision: number;
}
interface Health {
  readonly worker: null | {
    readonly clockRevision: number;
    readonly timers: { readonly overdue: number };
    readonly outbox: { readonly pending: number };
  };
}

const LIMIT_MS = 120_000;

/** The business clock of the installation, set through the API by an administrator; asks again while the API is away. */
export class TrainingClock {
  constructor(
    private readonly apiUrl: string,
    private readonly workerUrl: string,
  ) {}

  async set(at: Date, rate: number): Promise<Standing> {
    return this.insist(async () => {
      const token = await logIn(this.apiUrl, 'admin');
      return this.ask(token, 'POST', { at: at.toISOString(), rate });
    });
  }

  /** Goes on at the same pace, so much later or earlier. */
  async shift(byMs: number): Promise<void> {
    await this.insist(async () => {
      const token = await logIn(this.apiUrl, 'admin');
      const { at, rate } = await this.ask(token, 'GET');
      return this.ask(token, 'POST', { at: new Date(Date.parse(at) + byMs).toISOString(), rate });
    });
  }

  /** Stands still at this moment, and what is due by then has fired and been delivered. */
  async settle(): Promise<void> {
    const { revision } = await this.insist(async () => {
      const token = await logIn(this.apiUrl, 'admin');
      const { at } = await this.ask(token, 'GET');
      return this.ask(token, 'POST', { at, rate: 0 });
    });
    await waitFor({
      what: 'quiet',
      limitMs: LIMIT_MS,
      everyMs: 250,
      check: async () => {
        const worker = await this.health();
        return (
          worker !== null && worker.clockRevision >= revision && worker.timers.overdue + worker.outbox.pending === 0
        );
      },
    });
  }

  private async health(): Promise<Health['worker']> {
    try {
      const response = await fetch(`${this.workerUrl}/health`, { signal: AbortSignal.timeout(5000) });
      return ((await response.json()) as Health).worker;
    } catch {
      return null;
    }
  }

  private async ask(token: string, method: 'GET' | 'POST', body?: object): Promise<Standing & { rate: number }> {
    const response = await fetch(`${this.apiUrl}/api/v1/clock`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(5000),
    });
    if (!response.ok) throw new TypeError(`the clock answered ${response.status}`);
    return (await response.json()) as Standing & { rate: number };
  }

  private async insist<T>(work: () => Promise<T>): Promise<T> {
    const end = Date.now() + LIMIT_MS;
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (Date.now() > end) throw error;
        await pause(300);
      }
    }
  }
}
