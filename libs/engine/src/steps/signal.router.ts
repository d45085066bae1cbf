import { Injectable } from '@nestjs/common';
import { activeStates, type JsonObject } from '#libs/kernel';
import { declaredFor } from '../commands/transition.lookup.js';
import { BundleStore } from '../definitions/bundle.store.js';
import type { InstanceRow } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import type { PendingStep } from './pending.step.js';

/** What the system tells a case. */
export interface Signal {
  readonly event: string;
  readonly payload: JsonObject;
  readonly at: Date;
  /** Only that instance, where given. */
  readonly instanceId?: number | undefined;
}

/** Finds the instances of a case that listen to an event: those that declare it, or a view that it changes. */
@Injectable()
export class SignalRouter {
  constructor(private readonly bundles: BundleStore) {}

  async route(tx: CaseTransaction, signal: Signal): Promise<PendingStep[]> {
    const steps: PendingStep[] = [];
    for (const instance of tx.instances.values()) {
      if (signal.instanceId !== undefined && instance.id !== signal.instanceId) continue;
      if (await this.listens(tx, instance, signal.event)) steps.push(stepOf(instance, signal));
    }
    return steps;
  }

  private async listens(tx: CaseTransaction, instance: InstanceRow, event: string): Promise<boolean> {
    if (!instance.snapshot) return false;
    const { compiled } = await this.bundles.byHash(instance.bundleHash, tx.manager);
    if (Object.values(compiled.definition.views).some((view) => view.changedBy === event)) return true;
    return activeStates(compiled, instance.snapshot).some((state) => declaredFor(compiled, state, event).length > 0);
  }
}

function stepOf(instance: InstanceRow, signal: Signal): PendingStep {
  return {
    instanceId: instance.id,
    event: { kind: 'event', name: signal.event },
    kind: 'signalled',
    at: signal.at,
    actor: null,
    taskId: null,
    payload: signal.payload,
    facts: {},
  };
}
