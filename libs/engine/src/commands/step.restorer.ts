import { type JsonObject, reopenSeat, type Snapshot } from '#libs/kernel';
import type { StoredHistory } from '../history/history.reader.js';
import { parseTimer } from '../instances/case.parser.js';
import type { InstanceRow, TaskRow, TimerRow } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { readJson } from '../instances/json.column.js';
import { candidatesOf } from '../signing/round.keeper.js';
import { readStoredRound, type StoredRound } from '../signing/stored.round.js';
import { writeTask } from '../tasks/task.opener.js';
import { insertTimer } from '../timers/timer.book.js';

export interface Restoration {
  readonly step: StoredHistory;
  readonly instance: InstanceRow;
  readonly snapshot: Snapshot;
  readonly restoresSeq: number;
  readonly comment: string;
  /** Further facts for the history. */
  readonly facts?: JsonObject;
}

type Row = Record<string, unknown>;

/** Puts an instance back to before a step: snapshot, the tasks and timers it closed; what it opened is cancelled. */
export async function restoreStep(tx: CaseTransaction, restoration: Restoration): Promise<void> {
  const { instance, step, snapshot } = restoration;
  const seq = tx.nextSeq();
  cancelOpened(tx, restoration, seq);
  const opened: JsonObject[] = [];
  const record = { seq, entered: [], exited: [], armed: [], opened, effects: [], started: [] };
  const reopened = await reopenTasks(tx, restoration);
  for (const task of reopened.values()) writeTask({ tx, record }, task);
  await rearmTimers(tx, restoration, reopened);
  instance.snapshot = snapshot;
  tx.write('UPDATE engine_instance SET snapshot = ? WHERE id = ?', [JSON.stringify(snapshot), instance.id]);
  tx.history.push({
    seq,
    instanceId: instance.id,
    kind: 'withdrawn',
    at: tx.advance(tx.frame.receivedAt),
    actor: tx.frame.actor,
    taskId: step.taskId,
    event: step.event,
    facts: {
      withdraws: step.seq,
      restoresSeq: restoration.restoresSeq,
      comment: restoration.comment,
      ...restoration.facts,
      opened,
    },
    payload: {},
  });
}

function cancelOpened(tx: CaseTransaction, { step, instance }: Restoration, seq: number): void {
  for (const task of [...tx.tasks.values()].filter((row) => row.instanceId === instance.id && row.entry === step.seq)) {
    tx.tasks.delete(task.id);
    tx.write(
      "UPDATE engine_task SET status = 'withdrawn', version = version + 1, closed_at = ?, closed_seq = ? WHERE id = ?",
      [tx.root.businessAt, seq, task.id],
    );
    tx.write('UPDATE engine_task_candidate SET is_open = 0 WHERE task_id = ?', [task.id]);
  }
  for (const timer of [...tx.timers.values()].filter(
    (row) => row.instanceId === instance.id && row.entry === step.seq,
  )) {
    tx.timers.delete(timer.id);
    tx.write("UPDATE engine_timer SET status = 'cancelled', closed_seq = ? WHERE id = ?", [seq, timer.id]);
  }
}

/** New rows with the entry, title and due time of the old ones; the old rows keep telling what happened. */
export async function reopenTasks(
  tx: CaseTransaction,
  { step, instance }: Pick<Restoration, 'step' | 'instance'>,
): Promise<Map<number, TaskRow>> {
  const rows: Row[] = await tx.manager.query('SELECT * FROM engine_task WHERE instance_id = ? AND closed_seq = ?', [
    instance.id,
    step.seq,
  ]);
  const reopened = new Map<number, TaskRow>();
  for (const row of rows) {
    const candidates: Row[] = await tx.manager.query('SELECT * FROM engine_task_candidate WHERE task_id = ?', [
      row['id'],
    ]);
    reopened.set(Number(row['id']), {
      id: tx.nextId(),
      instanceId: instance.id,
      state: String(row['state']),
      entry: Number(row['entry']),
      title: String(row['title']),
      version: 1,
      dueAt: row['due_at'] as Date | null,
      ...peopleOf(row, candidates, step),
    });
    tx.write("UPDATE engine_task SET status = 'withdrawn' WHERE id = ?", [row['id']]);
  }
  return reopened;
}

/** Those who had it; the vote that decided is open again. */
function peopleOf(row: Row, rows: readonly Row[], step: StoredHistory): Pick<TaskRow, 'round' | 'candidates'> {
  const round = reopenedRound(readStoredRound(row['round']), step.facts['seat']);
  const candidates = rows.map((candidate) => ({
    organisationId: Number(candidate['organisation_id']),
    role: String(candidate['role']),
    userId: Number(candidate['user_id']),
  }));
  return { round, candidates: round ? candidatesOf(round.round) : candidates };
}

function reopenedRound(stored: StoredRound | null, seat: unknown): StoredRound | null {
  if (!stored || typeof seat !== 'number') return stored;
  const outcome = reopenSeat(stored.round, seat);
  return outcome.ok ? { ...stored, round: outcome.round } : stored;
}

/** Timers that a step cancelled run again; reminders and rungs that were missed meanwhile are skipped, not sent. */
export async function rearmTimers(
  tx: CaseTransaction,
  { step, instance }: Pick<Restoration, 'step' | 'instance'>,
  reopened: ReadonlyMap<number, TaskRow>,
): Promise<void> {
  const rows: Row[] = await tx.manager.query('SELECT * FROM engine_timer WHERE instance_id = ? AND closed_seq = ?', [
    instance.id,
    step.seq,
  ]);
  for (const row of rows) {
    const old = parseTimer(row);
    const taskId = old.taskId === null ? null : (reopened.get(old.taskId)?.id ?? null);
    const timer = withoutMissed({ ...old, id: tx.nextId(), taskId, generation: 1 }, tx.frame.receivedAt);
    if (timer === null) continue;
    tx.timers.set(timer.id, timer);
    insertTimer(tx, timer, { computation: readJson<JsonObject[]>(row['computation']) });
  }
}

function withoutMissed(timer: TimerRow, now: Date): TimerRow | null {
  const isToCome = ({ kind, at }: TimerRow['steps'][number]): boolean =>
    kind === 'fire' || kind === 'overdue' || at > now.toISOString();
  const nextStep = timer.steps.findIndex((step, index) => index >= timer.nextStep && isToCome(step));
  const next = timer.steps[nextStep];
  return next ? { ...timer, nextStep, nextAt: new Date(next.at) } : null;
}
