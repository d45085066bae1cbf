import { Inject, Injectable } from '@nestjs/common';
import type { JsonObject } from '#libs/kernel';
import type { HistoryKind } from '../history/history.draft.js';
import { RelationSource } from '../authority/relation.source.js';
import type { TimerRow } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { Stepper } from '../steps/stepper.js';
import { SupervisionOpener } from '../supervision/supervision.opener.js';
import { DUE_STEPS, type DueStepHandler, type DueStepOutcome, type TimerStep } from './due-step.js';

export const FIRED_BY = ['alarm', 'sweeper', 'command'] as const;
/** Who noticed that a step is due; a sweeper's find while Redis is healthy is worth an alarm of its own. */
export type FiredBy = (typeof FIRED_BY)[number];

type Notice = Extract<TimerStep, { kind: 'remind' | 'rung' }>;

/** Fires one step of a timer under the root's lock. The unique firing row makes it exactly once. */
@Injectable()
export class TimerFirer {
  constructor(
    private readonly stepper: Stepper,
    private readonly relations: RelationSource,
    private readonly supervisions: SupervisionOpener,
    @Inject(DUE_STEPS) private readonly dueSteps: DueStepHandler,
  ) {}

  /** Moves the case on to where time has brought it: deadlines due by `receivedAt`, in due order. */
  async fireDue(tx: CaseTransaction, firedBy: FiredBy): Promise<void> {
    for (let timer = nextMoving(tx); timer; timer = nextMoving(tx)) await this.fire(tx, timer, firedBy);
  }

  async fire(tx: CaseTransaction, timer: TimerRow, firedBy: FiredBy): Promise<void> {
    const step = timer.steps[timer.nextStep];
    if (!step) return;
    if (step.kind === 'fire' && timer.provisional) return hold(tx, timer, firedBy);
    const at = tx.advance(notAfter(new Date(step.at), tx.frame.receivedAt));
    recordFiring(tx, timer, step, firedBy);
    advanceTimer(tx, timer);
    if (step.kind === 'fire') await this.move(tx, timer, at, firedBy);
    else if (step.kind === 'overdue') await this.send(tx, timer, step.event, { at, firedBy });
    else await this.tell(tx, timer, step, { at, firedBy });
  }

  private async move(tx: CaseTransaction, timer: TimerRow, at: Date, firedBy: FiredBy): Promise<void> {
    await this.stepper.run(tx, {
      instanceId: timer.instanceId,
      event: { kind: 'deadline', state: timer.state, deadline: timer.deadline },
      kind: 'deadline',
      at,
      actor: null,
      taskId: null,
      payload: {},
      facts: { timer: timer.id, due: timer.dueAt.toISOString(), firedBy },
    });
  }

  private async send(
    tx: CaseTransaction,
    timer: TimerRow,
    event: string,
    { at, firedBy }: { at: Date; firedBy: FiredBy },
  ): Promise<void> {
    await this.stepper.run(tx, {
      instanceId: timer.instanceId,
      event: { kind: 'event', name: event },
      kind: 'signalled',
      at,
      actor: null,
      taskId: null,
      payload: {},
      facts: { timer: timer.id, firedBy },
    });
  }

  /** Reminders and rungs do not move the process: people are told, and history says who. */
  private async tell(
    tx: CaseTransaction,
    timer: TimerRow,
    step: Notice,
    when: { at: Date; firedBy: FiredBy },
  ): Promise<void> {
    const task = timer.taskId === null ? undefined : tx.tasks.get(timer.taskId);
    if (!task) return;
    const outcome = await this.dueSteps.apply({
      manager: tx.manager,
      step,
      timerId: timer.id,
      stepIndex: timer.nextStep - 1,
      rootId: tx.root.id,
      rootTitle: tx.root.title,
      taskId: task.id,
      taskTitle: task.title,
      dueAt: timer.dueAt,
      at: when.at,
      owners: task.candidates,
      nextId: () => tx.nextId(),
      emit: (message) => tx.emit(message),
      afterCommit: (hook) => tx.afterCommit.push(hook),
      organisations: (relation) => this.relations.organisations(tx, relation),
    });
    tx.history.push(noticeRow(tx, timer, step, { ...when, outcome }));
    if (step.kind === 'rung' && !outcome.vacant) {
      await this.supervisions.open(tx, task, { step, timerId: timer.id, index: timer.nextStep - 1, at: when.at });
    }
    if (outcome.vacant) await this.climb(tx, timer, step, when.firedBy);
  }

  /** A vacant post: the next rung fires at once; behind the last there is nobody, and operations are told. */
  private async climb(tx: CaseTransaction, timer: TimerRow, step: Notice, firedBy: FiredBy): Promise<void> {
    if (timer.steps[timer.nextStep]?.kind === 'rung') return this.fire(tx, timer, firedBy);
    if (step.kind === 'rung')
      tx.emit({ kind: 'engine.ladder-vacant', payload: { timer: timer.id, task: timer.taskId } });
  }
}

/** A rung that fires early, because the post below is vacant, happens now. */
function notAfter(due: Date, now: Date): Date {
  return due < now ? due : now;
}

function nextMoving(tx: CaseTransaction): TimerRow | undefined {
  return [...tx.timers.values()]
    .filter(
      (timer) =>
        movesProcess(timer) && timer.nextAt <= tx.frame.receivedAt && !(timer.provisional && timer.kind === 'after'),
    )
    .sort((a, b) => a.nextAt.getTime() - b.nextAt.getTime() || a.id - b.id)[0];
}

function movesProcess(timer: TimerRow): boolean {
  const kind = timer.steps[timer.nextStep]?.kind;
  return kind === 'fire' || kind === 'overdue';
}

function recordFiring(tx: CaseTransaction, timer: TimerRow, step: TimerStep, firedBy: FiredBy): void {
  tx.write(
    `INSERT INTO engine_timer_firing (instance_id, timer_id, entry, deadline, step, due_at, fired_at, fired_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      timer.instanceId,
      timer.id,
      timer.entry,
      timer.deadline,
      timer.nextStep,
      new Date(step.at),
      tx.frame.recordedAt,
      firedBy,
    ],
  );
}

function advanceTimer(tx: CaseTransaction, timer: TimerRow): void {
  const next = timer.steps[timer.nextStep + 1];
  timer.nextStep += 1;
  timer.generation += 1;
  if (next) timer.nextAt = new Date(next.at);
  else tx.timers.delete(timer.id);
  tx.write(
    `UPDATE engine_timer SET next_step = ?, next_at = ?, generation = ?, alarmed = 0, attempts = 0, retry_at = NULL, status = ?
     WHERE id = ?`,
    [timer.nextStep, timer.nextAt, timer.generation, next ? 'armed' : 'done', timer.id],
  );
}

/** 暂定: an expiry never fires on a provisional date; a person is told instead. */
function hold(tx: CaseTransaction, timer: TimerRow, firedBy: FiredBy): void {
  timer.isHeld = true;
  tx.write("UPDATE engine_timer SET status = 'held' WHERE id = ?", [timer.id]);
  tx.emit({ kind: 'engine.timer-held', payload: { timer: timer.id } });
  tx.history.push({
    seq: tx.nextSeq(),
    instanceId: timer.instanceId,
    kind: 'held',
    at: tx.advance(timer.nextAt),
    actor: null,
    taskId: null,
    event: timer.deadline,
    facts: { timer: timer.id, due: timer.dueAt.toISOString(), firedBy },
    payload: {},
  });
}

interface NoticeFacts {
  readonly at: Date;
  readonly firedBy: FiredBy;
  readonly outcome: DueStepOutcome;
}

function noticeRow(tx: CaseTransaction, timer: TimerRow, step: Notice, { at, firedBy, outcome }: NoticeFacts) {
  const kind: HistoryKind = step.kind === 'remind' ? 'reminded' : 'escalated';
  const word: JsonObject = step.kind === 'remind' ? { offset: step.offset } : { level: step.level, to: { ...step.to } };
  return {
    seq: tx.nextSeq(),
    instanceId: timer.instanceId,
    kind,
    at,
    actor: null,
    taskId: timer.taskId,
    event: step.kind === 'remind' ? step.offset : step.level,
    facts: {
      ...outcome.facts,
      ...word,
      timer: timer.id,
      due: timer.dueAt.toISOString(),
      recipients: outcome.recipients,
      vacant: outcome.vacant,
      firedBy,
    },
    payload: {},
  };
}
