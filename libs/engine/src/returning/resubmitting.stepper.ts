import { Injectable } from '@nestjs/common';
import { activeStates, type CompiledProcess, type JsonObject, type TaskSpec } from '#libs/kernel';
import { BundleStore } from '../definitions/bundle.store.js';
import type { Candidate } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { readJson, textOrNull } from '../instances/json.column.js';
import type { PendingStep } from '../steps/pending.step.js';
import { Stepper } from '../steps/stepper.js';
import { isOfSeveral } from './earlier.steps.js';

type Taken = Awaited<ReturnType<Stepper['run']>>;

/** The rejection that a task waits to answer. */
interface Rejection {
  readonly seq: number;
  /** The step that rejected. */
  readonly state: string;
  /** Event by which the step was left before, and the states that it entered. */
  readonly event: string;
  readonly led: readonly string[];
  /** Whoever rejected; null where a round did, which opens anew. */
  readonly candidates: readonly Candidate[] | null;
}

/**
 * 重新送审: after 驳回 with `then: back` the same event that led the work on before leads it straight to the step
 * that rejected it. Any other event, or another outcome of its guards, goes its own way.
 */
@Injectable()
export class ResubmittingStepper {
  constructor(
    private readonly stepper: Stepper,
    private readonly bundles: BundleStore,
  ) {}

  async run(tx: CaseTransaction, pending: PendingStep): Promise<Taken> {
    const { compiled } = await this.bundles.byHash(tx.instances.get(pending.instanceId)?.bundleHash ?? '', tx.manager);
    const rejection = comesBack(compiled) ? await rejectionBehind(tx, pending, compiled) : null;
    if (!rejection) return this.stepper.run(tx, pending);
    const assign = rejection.candidates && { state: rejection.state, candidates: rejection.candidates };
    const outcome = await this.stepper.run(tx, { ...pending, ...(assign ? { assign } : {}) });
    return (await this.goBack(tx, compiled, { pending, rejection, assign })) ?? outcome;
  }

  private async goBack(
    tx: CaseTransaction,
    compiled: CompiledProcess,
    {
      pending,
      rejection,
      assign,
    }: { pending: PendingStep; rejection: Rejection; assign: PendingStep['assign'] | null },
  ): Promise<Taken | null> {
    const active = activeIn(tx, compiled, pending.instanceId);
    if (active.length === 0 || active.includes(rejection.state) || !ledThere(tx, pending, rejection)) return null;
    let outcome: Taken | null = null;
    for (const state of waysTo(compiled, active, rejection.state)) {
      outcome = await this.stepper.run(tx, {
        ...{ instanceId: pending.instanceId, at: pending.at, actor: pending.actor, payload: {}, taskId: null },
        event: { kind: 'goto', state },
        kind: 'resumed',
        facts: { to: rejection.state, rejection: rejection.seq },
        ...(assign ? { assign } : {}),
      });
    }
    return outcome;
  }
}

function comesBack({ states }: CompiledProcess): boolean {
  return [...states.values()].some(({ task }) => task?.reject?.then === 'back');
}

interface RejectedRow {
  readonly facts: unknown;
  readonly user_id: number;
  readonly organisation_id: number;
}

/** The row that opened the task, if it was a rejection which asked for exactly this event. */
async function rejectionBehind(
  tx: CaseTransaction,
  { taskId, event }: PendingStep,
  compiled: CompiledProcess,
): Promise<Rejection | null> {
  const task = taskId === null ? undefined : tx.tasks.get(taskId);
  if (!task || event.kind !== 'event') return null;
  const rows: RejectedRow[] = await tx.manager.query(
    `SELECT h.facts, COALESCE(t.closed_on_behalf_of, h.actor_user_id) AS user_id, t.closed_for AS organisation_id
     FROM engine_history h JOIN engine_task t ON t.id = h.task_id
     WHERE h.root_id = ? AND h.seq = ? AND h.kind = 'rejected'`,
    [tx.root.id, task.entry],
  );
  const [row] = rows;
  const facts = row ? readJson<JsonObject>(row.facts) : {};
  // RejectTaskCommand wrote it.
  const resume = facts['resume'] as unknown as Pick<Rejection, 'event' | 'led'> | undefined;
  if (!row || resume?.event !== event.name) return null;
  const state = textOrNull(facts['state']) ?? '';
  return { seq: task.entry, state, ...resume, candidates: whoRejected(row, compiled.states.get(state)?.task) };
}

function whoRejected(row: RejectedRow, spec: TaskSpec | undefined): readonly Candidate[] | null {
  if (!spec || isOfSeveral(spec)) return null;
  const { role } = spec.assignee;
  return [{ organisationId: Number(row.organisation_id), role, userId: Number(row.user_id) }];
}

/** Whether the step entered the states that it entered before. */
function ledThere(tx: CaseTransaction, { taskId }: PendingStep, { led }: Rejection): boolean {
  const row = tx.history.find((one) => one.taskId === taskId && one.facts['step'] !== undefined);
  const entered = row?.facts['entered'];
  return JSON.stringify(entered ?? []) === JSON.stringify(led);
}

function activeIn(tx: CaseTransaction, compiled: CompiledProcess, instanceId: number): readonly string[] {
  const snapshot = tx.instances.get(instanceId)?.snapshot;
  return snapshot ? activeStates(compiled, snapshot) : [];
}

/** A state of a branch that does not run is entered through the branches around it. */
function waysTo(compiled: CompiledProcess, active: readonly string[], state: string): readonly string[] {
  const region = compiled.regionOf(state);
  const isRunning = region === '' || active.some((path) => path.startsWith(`${region}.`));
  if (isRunning) return [state];
  return [...waysTo(compiled, active, region.slice(0, region.lastIndexOf('.'))), state];
}
