import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { NotVisibleError } from '../commands/command.error.js';
import { BundleStore } from '../definitions/bundle.store.js';
import type { TaskRow } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { Suspender } from '../timers/suspender.js';
import { NotYourTaskError, SeparationOfDutiesError } from './authority.error.js';
import { isCandidate } from './caller.scope.js';
import { Visibility } from './visibility.js';

/** Whether a person may act on a task now: candidate, no earlier duty that excludes this one, and not suspended. */
@Injectable()
export class TaskGate {
  constructor(
    private readonly bundles: BundleStore,
    private readonly visibility: Visibility,
    private readonly suspender: Suspender,
  ) {}

  async assertMayAct(tx: CaseTransaction, caller: Caller, task: TaskRow): Promise<void> {
    if (!isCandidate(task, caller)) {
      if (!this.visibility.sees(caller, { divisionCode: tx.root.divisionCode, parties: tx.parties })) {
        throw new NotVisibleError('task', task.id);
      }
      const roles = new Set(task.candidates.map((candidate) => candidate.role));
      throw new NotYourTaskError(task.title, [...roles].join('、'));
    }
    const earlier = await this.excludingDuty(tx, task);
    if (earlier) throw new SeparationOfDutiesError(task.title, earlier);
    await this.suspender.assertRunning(tx, task.instanceId, task.state);
  }

  /** The step that the actor did and that excludes this task, if any. */
  async excludingDuty(tx: CaseTransaction, task: TaskRow): Promise<string | null> {
    const instance = tx.instances.get(task.instanceId);
    if (!instance || tx.doneByActor.length === 0) return null;
    const bundle = await this.bundles.byHash(instance.bundleHash, tx.manager);
    const excluded = bundle.compiled.states.get(task.state)?.task?.not ?? [];
    const done = tx.doneByActor.find((duty) => duty.instanceId === task.instanceId && excluded.includes(duty.state));
    return done ? (bundle.compiled.states.get(done.state)?.title?.zh ?? done.state) : null;
  }
}
