import { Injectable } from '@nestjs/common';
import { eventDate } from '#libs/calendar';
import { BundleStore } from '../definitions/bundle.store.js';
import { parseTimer } from '../instances/case.parser.js';
import type { TaskRow, TimerRow } from '../instances/case.rows.js';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import { runTimer } from '../timers/timer.holding.js';
import { TimerPlanner } from '../timers/timer.planner.js';
import { Suspender } from '../timers/suspender.js';
import { type DueWindow, DueWindows } from './due-window.js';
import { SupervisedPeople } from './supervised.people.js';
import { DateRefusedError } from './supervision.error.js';
import {
  type OpenSupervision,
  type SupervisionAct,
  SupervisionDesk,
  type SupervisionRequest,
} from './supervision.desk.js';

const YEAR_MS = 366 * 86_400_000;

export interface SetDueDateRequest extends SupervisionRequest {
  /** Last day on which the task is in time. */
  readonly date: string;
  readonly reason: string;
}

/** 改期: moves the due time of the late task, within the bounds of its period; its ladder is climbed anew. */
@Injectable()
export class SetDueDateCommand {
  constructor(
    private readonly desk: SupervisionDesk,
    private readonly bundles: BundleStore,
    private readonly planner: TimerPlanner,
    private readonly windows: DueWindows,
    private readonly suspender: Suspender,
    private readonly people: SupervisedPeople,
  ) {}

  execute(request: SetDueDateRequest): Promise<CommandResult> {
    return this.desk.run(request, 'superior', (open) => this.move(open, request));
  }

  private async move(open: OpenSupervision, { caller, date, reason }: SetDueDateRequest): Promise<SupervisionAct> {
    const { tx, task, supervision } = open;
    await this.suspender.assertRunning(tx, task.instanceId, task.state);
    const bundle = await this.bundles.byHash(tx.instances.get(task.instanceId)?.bundleHash ?? '', tx.manager);
    const due = bundle.compiled.states.get(task.state)?.task?.due;
    const timer = due && (await timerOf(tx, task));
    if (!due || !timer) throw new DateRefusedError('no-due', UNBOUNDED);
    const at = tx.advance(tx.frame.receivedAt);
    const plan = this.planner.for(bundle.content).dueOn({ bundle, tx }, { timer, due, date, at });
    assertSensible(plan.dueAt, at);
    const snapshot = tx.instances.get(task.instanceId)?.snapshot ?? null;
    const openedAt = await openedAtOf(tx, task);
    assertLawful(plan.dueAt, this.windows.of(bundle, due, { snapshot, openedAt }));
    const from = timer.dueAt.toISOString();
    tx.timers.set(timer.id, timer);
    runTimer(tx, timer, plan);
    const users = this.people.ofSubject(task, supervision);
    tx.emit({ kind: 'engine.task-rescheduled', payload: { task: task.id, by: caller.userId, users } });
    const { calendarVersion: calendar, provisional } = plan;
    const facts = { timer: timer.id, from, due: plan.dueAt.toISOString(), calendar, provisional };
    return { kind: 'rescheduled', event: 'set-date', comment: reason, facts };
  }
}

const UNBOUNDED = { date: null, law: null };

function assertSensible(dueAt: Date, at: Date): void {
  if (dueAt <= at) throw new DateRefusedError('past', UNBOUNDED);
  if (dueAt.getTime() - at.getTime() > YEAR_MS) throw new DateRefusedError('too-far', UNBOUNDED);
}

function assertLawful(dueAt: Date, { earliest, latest, law }: DueWindow): void {
  if (latest && dueAt > latest) throw new DateRefusedError('beyond-maximum', { date: lastDay(latest), law });
  if (earliest && dueAt < earliest) throw new DateRefusedError('below-minimum', { date: lastDay(earliest), law });
}

/** The last day in time before the first moment that is too late. */
export function lastDay(dueAt: Date): string {
  return eventDate(new Date(dueAt.getTime() - 1).toISOString());
}

/** Its timer, also when the whole ladder has been climbed. */
async function timerOf(tx: CaseTransaction, task: TaskRow): Promise<TimerRow | undefined> {
  const running = [...tx.timers.values()].find(({ taskId }) => taskId === task.id);
  if (running) return running;
  const rows: Record<string, unknown>[] = await tx.manager.query(
    "SELECT * FROM engine_timer WHERE root_id = ? AND task_id = ? AND kind = 'due' AND status = 'done' ORDER BY id DESC LIMIT 1",
    [tx.root.id, task.id],
  );
  return rows.map(parseTimer)[0];
}

async function openedAtOf(tx: CaseTransaction, task: TaskRow): Promise<Date> {
  const rows: { opened_at: Date }[] = await tx.manager.query('SELECT opened_at FROM engine_task WHERE id = ?', [
    task.id,
  ]);
  return rows[0]?.opened_at ?? tx.root.businessAt;
}
