import { instantOf, localDate } from '#libs/calendar';
import type { Cast } from '../cast/cast.js';
import type { CaseDetail, HistoryLine, OpenTask } from '../http/api.shapes.js';

/** What the scene keeps of an act; acts themselves know the scene. */
interface Played {
  readonly kind: string;
  readonly state?: string;
  readonly title?: string;
}

/** Where the story stands: the case as it is, its history so far, and what was played. */
export class Scene {
  readonly history: HistoryLine[] = [];
  private detail: CaseDetail | null = null;
  private nowMs = 0;
  private readonly rounds = new Map<Played, number>();
  /** Tasks by the state and round in which they were played. */
  private readonly tasks = new Map<string, number[]>();

  constructor(
    readonly caseId: number,
    private readonly cast: Cast,
  ) {}

  see(detail: CaseDetail, rows: readonly HistoryLine[], nowMs: number): void {
    this.detail = detail;
    this.history.push(...rows);
    this.nowMs = nowMs;
  }

  get case(): CaseDetail | null {
    return this.detail;
  }

  get now(): string {
    return instantOf(this.nowMs);
  }

  /** Local date of the business clock. */
  get today(): string {
    return localDate(this.now);
  }

  get actsPlayed(): number {
    return [...this.rounds.values()].reduce((sum, rounds) => sum + rounds, 0);
  }

  /** The earliest armed step, in ms since the epoch. */
  get nextDue(): number | null {
    const moments = (this.detail?.deadlines ?? []).map(({ nextAt }) => Date.parse(nextAt));
    return moments.length === 0 ? null : Math.min(...moments);
  }

  organisationOf(login: string): Promise<string> {
    return this.cast.person(login).organisation();
  }

  roundsOf(act: Played): number {
    return this.rounds.get(act) ?? 0;
  }

  /** How often tasks of that state were done. */
  played(state: string): number {
    return this.tasks.get(state)?.length ?? 0;
  }

  taskOf(state: string, round: number): number | undefined {
    return this.tasks.get(state)?.[round];
  }

  playedRecords(title: string): number {
    return [...this.rounds].reduce(
      (sum, [act, rounds]) => sum + (act.kind === 'record' && act.title === title ? rounds : 0),
      0,
    );
  }

  isOpen(state: string): boolean {
    return (this.detail?.tasks ?? []).some((task) => task.state === state);
  }

  openTask(stage: string, state: string): OpenTask | undefined {
    const ids = this.instancesOf(stage).map(({ id }) => id);
    return this.detail?.tasks.find((task) => task.state === state && ids.includes(task.instanceId));
  }

  isActive(stage: string, state: string): boolean {
    return this.instancesOf(stage).some(({ active }) =>
      active.some((one) => one.state === state || one.state.startsWith(`${state}.`)),
    );
  }

  /** Offsets of the reminders of a task so far, e.g. `-P2WD`. */
  reminders(taskId: number): string[] {
    return this.rowsOf(taskId, 'reminded').map(({ event }) => event);
  }

  wasReminded(taskId: number, offset: string): boolean {
    return this.reminders(taskId).includes(offset);
  }

  /** Levels that a task's ladder has climbed so far. */
  rungs(taskId: number): string[] {
    return this.rowsOf(taskId, 'escalated').map(({ event }) => event);
  }

  remember(act: Played, taskId: number | null): void {
    this.rounds.set(act, this.roundsOf(act) + 1);
    if (act.state !== undefined && taskId !== null)
      this.tasks.set(act.state, [...(this.tasks.get(act.state) ?? []), taskId]);
  }

  private rowsOf(taskId: number, kind: string): HistoryLine[] {
    return this.history.filter((row) => row.kind === kind && row.task?.id === taskId);
  }

  private instancesOf(stage: string) {
    return (this.detail?.instances ?? []).filter(
      (instance) => instance.stage === stage && instance.status === 'active',
    );
  }
}
