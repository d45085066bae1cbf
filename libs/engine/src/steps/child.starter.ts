import { Injectable } from '@nestjs/common';
import type { StepEffect } from '#libs/kernel';
import { BundleStore } from '../definitions/bundle.store.js';
import type { InstanceRow } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import type { PendingStep } from './pending.step.js';
import { Suspender } from '../timers/suspender.js';
import type { StepScope } from './step.scope.js';

type ChildScope = Pick<StepScope, 'tx' | 'instance' | 'pending' | 'record'>;

/** Starts subprocesses (pinned as of now) and cancels those whose state was left. */
@Injectable()
export class ChildStarter {
  constructor(
    private readonly bundles: BundleStore,
    private readonly suspender: Suspender,
  ) {}

  async start(scope: ChildScope, effects: readonly StepEffect[]): Promise<PendingStep[]> {
    const steps: PendingStep[] = [];
    for (const effect of effects) {
      if (effect.kind === 'stopChild') cancelChildren(scope.tx, scope.instance.id, effect.state);
      if (effect.kind === 'startChild') steps.push(await this.startOne(scope, effect));
    }
    // What a cancelled child has suspended goes on.
    if (effects.some(({ kind }) => kind === 'stopChild')) await this.suspender.settle(scope, scope.pending.at);
    return steps;
  }

  private async startOne(scope: ChildScope, effect: Extract<StepEffect, { kind: 'startChild' }>): Promise<PendingStep> {
    const { tx, instance, pending, record } = scope;
    const bundle = await this.bundles.currentFor(tx.manager, effect.process, tx.root.divisionCode);
    tx.afterCommit.push(() => this.bundles.markStored(bundle.hash));
    const child: InstanceRow = {
      id: tx.nextId(),
      parentId: instance.id,
      parentState: effect.state,
      ...(effect.item === undefined ? {} : { parentItem: effect.item }),
      process: effect.process,
      version: bundle.content.version,
      bundleHash: bundle.hash,
      status: 'active',
      snapshot: null,
      output: null,
    };
    tx.instances.set(child.id, child);
    record.started.push({ instance: child.id, process: child.process, state: effect.state });
    return {
      instanceId: child.id,
      event: { kind: 'start', input: effect.input },
      kind: 'started',
      at: pending.at,
      actor: pending.actor,
      taskId: null,
      payload: {},
      facts: { parent: instance.id, ...(effect.item === undefined ? {} : { item: effect.item }) },
    };
  }
}

/** Ends the running children of a state, with their tasks and timers. */
function cancelChildren(tx: CaseTransaction, parentId: number, state: string): void {
  for (const child of tx.childrenOf(parentId).filter((row) => row.parentState === state)) cancelInstance(tx, child);
}

function cancelInstance(tx: CaseTransaction, instance: InstanceRow): void {
  for (const child of tx.childrenOf(instance.id)) cancelInstance(tx, child);
  instance.status = 'cancelled';
  tx.instances.delete(instance.id);
  const seq = tx.nextSeq();
  const at = tx.root.businessAt;
  tx.write("UPDATE engine_instance SET status = 'cancelled', ended_at = ? WHERE id = ?", [at, instance.id]);
  tx.write(
    "UPDATE engine_task SET status = 'cancelled', closed_at = ?, closed_seq = ? WHERE instance_id = ? AND status = 'open'",
    [at, seq, instance.id],
  );
  tx.write(
    'UPDATE engine_task_candidate c JOIN engine_task t ON t.id = c.task_id SET c.is_open = 0 WHERE t.instance_id = ?',
    [instance.id],
  );
  tx.write(
    "UPDATE engine_timer SET status = 'cancelled', closed_seq = ? WHERE instance_id = ? AND status IN ('armed', 'suspended', 'held')",
    [seq, instance.id],
  );
  for (const task of [...tx.tasks.values()]) if (task.instanceId === instance.id) tx.tasks.delete(task.id);
  for (const timer of [...tx.timers.values()]) if (timer.instanceId === instance.id) tx.timers.delete(timer.id);
  tx.history.push({
    seq,
    instanceId: instance.id,
    kind: 'cancelled',
    at,
    actor: null,
    taskId: null,
    event: 'cancelled',
    facts: {},
    payload: {},
  });
}
