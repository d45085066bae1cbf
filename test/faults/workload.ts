import { setTimeout as pause } from 'node:timers/promises';
import { DemoConfig } from '#libs/platform';
import type { OpenCase } from '../bench/approvals/cases.js';

/** Who approves: the one post that has every task of the cases. */
export const LOGIN = 'zhaojue.leader';
const TIMEOUT_MS = 15_000;
const RETRY_MS = 200;

/** A command whose answer came: it must be in the history for ever. */
export interface Acknowledged {
  readonly key: string;
  readonly rootId: number;
}

/** People who approve without pause, each the own cases in turn, and ask again with the same key until an answer comes. */
export class Workload {
  readonly acknowledged: Acknowledged[] = [];
  /** Sent, perhaps carried out, never answered: at most once in the history. */
  readonly unanswered = new Set<string>();
  retries = 0;
  private token = '';
  private isOver = false;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly apiUrl: string,
    private readonly cases: OpenCase[],
    private readonly seed: number,
  ) {}

  start(people: number, everyMs: number): void {
    const share = Math.floor(this.cases.length / people);
    const lanes = Array.from({ length: people }, (_, person) =>
      this.work(this.cases.slice(person * share, (person + 1) * share), person, everyMs),
    );
    this.running = Promise.all(lanes);
  }

  /** What is under way is brought to its end. */
  async stop(): Promise<void> {
    this.isOver = true;
    await this.running;
  }

  private async work(cases: readonly OpenCase[], person: number, everyMs: number): Promise<void> {
    for (let turn = 0; !this.isOver && cases.length > 0; turn += 1) {
      const open = cases[turn % cases.length];
      if (open) await this.approve(open, `fault-${this.seed}-${person}-${turn}`);
      await pause(everyMs);
    }
  }

  private async approve(open: OpenCase, key: string): Promise<void> {
    this.unanswered.add(key);
    for (;;) {
      const answer = await this.send(open, key);
      if (answer?.status === 200) {
        open.taskId = answer.openedTasks[0] ?? open.taskId;
        this.unanswered.delete(key);
        this.acknowledged.push({ key, rootId: open.rootId });
        return;
      }
      if (answer?.status === 401) this.token = '';
      else if (answer !== null && answer.status < 500 && answer.status !== 429) {
        throw new TypeError(`approval ${key} of case ${open.rootId} was refused: ${answer.text}`);
      }
      this.retries += 1;
      await pause(RETRY_MS);
    }
  }

  private async send(
    open: OpenCase,
    key: string,
  ): Promise<{ status: number; openedTasks: number[]; text: string } | null> {
    try {
      if (this.token === '') this.token = await logIn(this.apiUrl);
      const response = await fetch(`${this.apiUrl}/api/v1/tasks/${open.taskId}/actions/APPROVE`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}`, 'idempotency-key': key },
        body: JSON.stringify({ version: 1, form: {}, comment: key }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const text = await response.text();
      const body = (response.ok ? JSON.parse(text) : {}) as { openedTasks?: number[] };
      return { status: response.status, openedTasks: body.openedTasks ?? [], text };
    } catch {
      return null;
    }
  }
}

/** The access token. */
export async function logIn(apiUrl: string, login = LOGIN): Promise<string> {
  const response = await fetch(`${apiUrl}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: new DemoConfig().password }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new TypeError(`${login} cannot log in: ${response.status}`);
  return ((await response.json()) as { accessToken: string }).accessToken;
}
