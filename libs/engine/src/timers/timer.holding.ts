import type { TimerRow } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { FAR_FUTURE } from '../tasks/inbox.order.js';
import type { PlannedTimer } from './planned-timer.js';

/** Makes a timer stand still with what is left of it; alarms of its old generation do nothing. */
export function holdTimer(tx: CaseTransaction, timer: TimerRow, remaining: string): void {
  timer.remaining = remaining;
  timer.nextAt = FAR_FUTURE;
  timer.generation += 1;
  tx.write(
    "UPDATE engine_timer SET status = 'suspended', remaining = ?, next_at = ?, generation = ?, alarmed = 0 WHERE id = ?",
    [remaining, FAR_FUTURE, timer.generation, timer.id],
  );
}

/** Lets it run by another plan: for what was left of it, longer, or as another calendar counts. */
export function runTimer(tx: CaseTransaction, timer: TimerRow, plan: PlannedTimer): void {
  const next = plan.steps[timer.nextStep];
  delete timer.remaining;
  delete timer.isHeld;
  const { steps, dueAt, provisional, counting, calendarVersion } = plan;
  Object.assign(timer, { steps, dueAt, provisional, counting, calendarVersion });
  timer.nextAt = next === undefined ? plan.dueAt : new Date(next.at);
  timer.generation += 1;
  if (next === undefined) tx.timers.delete(timer.id);
  tx.write(
    `UPDATE engine_timer SET status = ?, remaining = NULL, steps = ?, next_at = ?, due_at = ?, generation = ?, alarmed = 0,
       provisional = ?, calendar_version = ?, computation = ?, counted_from = ?, counted_period = ? WHERE id = ?`,
    [
      next === undefined ? 'done' : 'armed',
      JSON.stringify(plan.steps),
      timer.nextAt,
      plan.dueAt,
      timer.generation,
      plan.provisional ? 1 : 0,
      plan.calendarVersion,
      JSON.stringify(plan.computation),
      plan.counting.from,
      plan.counting.period,
      timer.id,
    ],
  );
  if (timer.taskId !== null) moveTask(tx, timer.taskId, plan.dueAt);
}

/** Another calendar gives the same times: the alarm stands, and the row says what confirms it. */
export function confirmTimer(tx: CaseTransaction, timer: TimerRow, plan: PlannedTimer): void {
  const { provisional, calendarVersion, computation, dueAt } = plan;
  Object.assign(timer, { provisional, calendarVersion, dueAt });
  tx.write('UPDATE engine_timer SET provisional = ?, calendar_version = ?, computation = ?, due_at = ? WHERE id = ?', [
    provisional ? 1 : 0,
    calendarVersion,
    JSON.stringify(computation),
    dueAt,
    timer.id,
  ]);
}

function moveTask(tx: CaseTransaction, taskId: number, dueAt: Date): void {
  const task = tx.tasks.get(taskId);
  if (task) tx.tasks.set(taskId, { ...task, dueAt });
  tx.write('UPDATE engine_task SET due_at = ? WHERE id = ?', [dueAt, taskId]);
  tx.write('UPDATE engine_task_candidate SET due_sort = ? WHERE task_id = ?', [dueAt, taskId]);
}
