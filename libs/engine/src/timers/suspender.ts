import { Injectable } from '@nestjs/common';
import type { DueSpec, JsonObject, StepEffect } from '#libs/kernel';
import type { Bundle } from '../definitions/bundle.js';
import { BundleStore } from '../definitions/bundle.store.js';
import type { SuspensionRow, TimerRow } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import type { StepScope } from '../steps/step.scope.js';
import { SuspendedError } from './suspended.error.js';
import { reaches, suspensionOf } from './suspension.reach.js';
import { TimerPlanner } from './timer.planner.js';
import { holdTimer, runTimer } from './timer.holding.js';

type Suspend = Extract<StepEffect, { kind: 'suspend' }>;
type Resume = Extract<StepEffect, { kind: 'resume' }>;

/** 暂停 and 恢复: what stands still in a case, and the timers that stand still with it. */
@Injectable()
export class Suspender {
  constructor(
    private readonly bundles: BundleStore,
    private readonly planner: TimerPlanner,
  ) {}

  begin({ tx, instance, bundle, record, pending }: StepScope, effect: Suspend): void {
    const { scope, cause, except } = effect;
    const region = bundle.compiled.regionOf(effect.state);
    const row: SuspensionRow = { id: tx.nextId(), instanceId: instance.id, region, scope, cause, exempt: except };
    tx.suspensions.set(row.id, row);
    record.suspended?.push({ suspension: row.id, cause, scope });
    insertSuspension(tx, row, { seq: record.seq, at: pending.at });
  }

  end({ tx, instance, record }: StepScope, { scope, cause }: Resume): void {
    for (const row of tx.suspensions.values()) {
      if (row.cause !== cause || (scope === 'instance' && row.instanceId !== instance.id)) continue;
      endSuspension(tx, row, record.seq);
      record.suspended?.push({ suspension: row.id, cause, ended: true });
    }
  }

  /** 挂起: the whole case stands still, whoever asked for it. */
  freeze(
    { tx, record }: Pick<StepScope, 'tx' | 'record'>,
    { instanceId, cause, at }: { readonly instanceId: number; readonly cause: string; readonly at: Date },
  ): void {
    const row: SuspensionRow = { id: tx.nextId(), instanceId, region: '', scope: 'whole', cause, exempt: [] };
    tx.suspensions.set(row.id, row);
    record.suspended?.push({ suspension: row.id, cause, scope: row.scope });
    insertSuspension(tx, row, { seq: record.seq, at });
  }

  /** 激活. */
  thaw({ tx, record }: Pick<StepScope, 'tx' | 'record'>, cause: string): void {
    for (const row of tx.suspensions.values()) {
      if (row.cause !== cause || row.scope !== 'whole') continue;
      endSuspension(tx, row, record.seq);
      record.suspended?.push({ suspension: row.id, cause, ended: true });
    }
  }

  /** A timer goes on with what was left of it. */
  async goOn(tx: CaseTransaction, timer: TimerRow, at: Date): Promise<void> {
    const bundle = await this.bundleOf(tx, timer);
    if (bundle) this.run(tx, timer, bundle, at);
  }

  /** Makes timers stand still or run as the suspensions of the case now want it. */
  async settle({ tx, record }: Pick<StepScope, 'tx' | 'record'>, at: Date): Promise<void> {
    for (const row of tx.suspensions.values()) {
      if (!tx.instances.has(row.instanceId)) endSuspension(tx, row, record.seq);
    }
    const isAnything = tx.suspensions.size > 0;
    const concerned = [...tx.timers.values()].filter((row) => isAnything || row.remaining !== undefined);
    // What is held is due: nothing is left of it that could stand still.
    for (const timer of concerned.filter((row) => !row.isHeld)) {
      const change = await this.settleTimer(tx, timer, at);
      if (change !== null) record.suspended?.push({ timer: timer.id, deadline: timer.deadline, ...change });
    }
  }

  /** What became of the timer; null when it goes on as before. */
  private async settleTimer(tx: CaseTransaction, timer: TimerRow, at: Date): Promise<JsonObject | null> {
    const bundle = await this.bundleOf(tx, timer);
    const isHeld = timer.remaining !== undefined;
    if (bundle === null || isHeld === stops(tx, timer, bundle)) return null;
    if (!isHeld) return this.hold(tx, timer, bundle, at);
    this.run(tx, timer, bundle, at);
    return { due: timer.dueAt.toISOString() };
  }

  /** Nobody acts in what stands still. */
  async assertRunning(tx: CaseTransaction, instanceId: number, state: string): Promise<void> {
    const suspension = suspensionOf(tx, instanceId, state);
    if (suspension === undefined) return;
    const by = tx.instances.get(suspension.instanceId);
    const bundle = by && (await this.bundles.byHash(by.bundleHash, tx.manager));
    throw new SuspendedError(suspension.cause, bundle?.compiled.definition.title.zh ?? '');
  }

  private hold(tx: CaseTransaction, timer: TimerRow, bundle: Bundle, at: Date): JsonObject | null {
    const left = this.planner.for(bundle.content).remaining(timer, at);
    if (left === null) return null;
    holdTimer(tx, timer, left);
    return { left };
  }

  private run(tx: CaseTransaction, timer: TimerRow, bundle: Bundle, at: Date): void {
    const due = dueOf(timer, bundle);
    const planner = this.planner.for(bundle.content);
    const period = { duration: timer.remaining ?? timer.period, ...(timer.law === null ? {} : { law: timer.law }) };
    const plan = due === undefined ? planner.after(at, period) : planner.dueAgain({ bundle, tx }, { timer, due, at });
    runTimer(tx, timer, plan);
  }

  private async bundleOf(tx: CaseTransaction, timer: TimerRow): Promise<Bundle | null> {
    const instance = tx.instances.get(timer.instanceId);
    return instance === undefined ? null : this.bundles.byHash(instance.bundleHash, tx.manager);
  }
}

function insertSuspension(
  tx: CaseTransaction,
  row: SuspensionRow,
  began: { readonly seq: number; readonly at: Date },
): void {
  tx.write(
    `INSERT INTO engine_suspension (id, root_id, instance_id, region, scope, cause, exempt, began_seq, began_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      row.id,
      tx.root.id,
      row.instanceId,
      row.region,
      row.scope,
      row.cause,
      JSON.stringify(row.exempt),
      began.seq,
      began.at,
    ],
  );
}

function endSuspension(tx: CaseTransaction, row: SuspensionRow, seq: number): void {
  tx.suspensions.delete(row.id);
  tx.write('UPDATE engine_suspension SET ended_seq = ?, ended_at = ? WHERE id = ?', [seq, tx.root.businessAt, row.id]);
}

/** Whether any suspension of the case makes the timer stand still. */
function stops(tx: CaseTransaction, timer: TimerRow, bundle: Bundle): boolean {
  const { parameters } = bundle.compiled.definition;
  const causes = (timer.kind === 'due' ? dueOf(timer, bundle) : parameters[timer.deadline])?.suspendable ?? [];
  const isBare = timer.kind === 'due' && timer.law === null;
  return [...tx.suspensions.values()].some(
    (row) =>
      (causes.includes(row.cause) || (isBare && row.scope === 'whole')) &&
      reaches(tx, row, timer.instanceId, timer.state),
  );
}

function dueOf(timer: TimerRow, bundle: Bundle): DueSpec | undefined {
  return timer.kind === 'due' ? bundle.compiled.states.get(timer.state)?.task?.due : undefined;
}
