import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { NotVisibleError } from '../commands/command.error.js';
import type { Bundle } from '../definitions/bundle.js';
import { BundleStore } from '../definitions/bundle.store.js';
import type { TaskRow } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { Suspender } from '../timers/suspender.js';
import {
  DelegationNotInForceError,
  NotYourTaskError,
  RecusedError,
  SeparationOfDutiesError,
} from './authority.error.js';
import { doneBy, type EarlierDuty } from './earlier.duties.js';
import { StandingSource, type TaskPlace } from './standing.source.js';
import { Visibility } from './visibility.js';

/**
 * Whether a person may act on a task now: a candidate, or one who acts for a candidate; no earlier duty that excludes
 * this one and no conflict of interest, of neither of the two; and not suspended.
 */
@Injectable()
export class TaskGate {
  constructor(
    private readonly bundles: BundleStore,
    private readonly visibility: Visibility,
    private readonly suspender: Suspender,
    private readonly standings: StandingSource,
  ) {}

  /** Sets for whom the actor acts; everything that the command writes then says so. */
  async assertMayAct(tx: CaseTransaction, caller: Caller, task: TaskRow): Promise<void> {
    const place = placeOf(tx, task);
    const standing = this.standings.of(caller, place, tx.frame.receivedAt);
    if (!standing) throw this.refusal(tx, caller, { task, place });
    tx.onBehalfOf = standing.onBehalfOf;
    tx.onBehalfOfOrganisation = standing.organisationId;
    await this.assertImpartial(tx, task, { userId: caller.userId, done: tx.doneByActor, whose: 'own' });
    if (standing.onBehalfOf !== null) {
      const done = await doneBy(tx, standing.onBehalfOf);
      await this.assertImpartial(tx, task, { userId: standing.onBehalfOf, done, whose: 'principal' });
    }
    await this.suspender.assertRunning(tx, task.instanceId, task.state);
  }

  /** Why somebody may not be given the task, whoever gives it; null when nothing stands in the way. */
  async obstacleTo(tx: CaseTransaction, task: TaskRow, userId: number): Promise<'recused' | 'separated' | null> {
    if (tx.recused.has(userId)) return 'recused';
    const bundle = await this.bundleOf(tx, task);
    if (!bundle || excludedBy(bundle, task).length === 0) return null;
    return (await this.excludingDuty(tx, task, await doneBy(tx, userId))) === null ? null : 'separated';
  }

  /** The step that a person did and that excludes this task, if any. */
  private async excludingDuty(
    tx: CaseTransaction,
    task: TaskRow,
    done: readonly EarlierDuty[],
  ): Promise<string | null> {
    const bundle = done.length === 0 ? null : await this.bundleOf(tx, task);
    if (!bundle) return null;
    const excluded = excludedBy(bundle, task);
    const duty = done.find((one) => one.instanceId === task.instanceId && excluded.includes(one.state));
    return duty ? (bundle.compiled.states.get(duty.state)?.title?.zh ?? duty.state) : null;
  }

  private async bundleOf(tx: CaseTransaction, task: TaskRow): Promise<Bundle | null> {
    const instance = tx.instances.get(task.instanceId);
    return instance ? this.bundles.byHash(instance.bundleHash, tx.manager) : null;
  }

  private async assertImpartial(
    tx: CaseTransaction,
    task: TaskRow,
    { userId, done, whose }: { userId: number; done: readonly EarlierDuty[]; whose: 'own' | 'principal' },
  ): Promise<void> {
    if (tx.recused.has(userId)) throw new RecusedError(task.title, whose);
    const earlier = await this.excludingDuty(tx, task, done);
    if (earlier) throw new SeparationOfDutiesError(task.title, earlier, whose);
  }

  private refusal(
    tx: CaseTransaction,
    caller: Caller,
    { task, place }: { readonly task: TaskRow; readonly place: TaskPlace },
  ): Error {
    const delegation = this.standings.notInForce(caller, place);
    if (delegation) return new DelegationNotInForceError(task.title, delegation);
    if (!this.visibility.sees(caller, { divisionCode: tx.root.divisionCode, parties: tx.parties }))
      return new NotVisibleError('task', task.id);
    const roles = new Set(task.candidates.map((candidate) => candidate.role));
    return new NotYourTaskError(task.title, [...roles].join('、'));
  }
}

function excludedBy({ compiled }: Bundle, { state }: TaskRow): readonly string[] {
  return compiled.states.get(state)?.task?.not ?? [];
}

function placeOf(tx: CaseTransaction, task: TaskRow): TaskPlace {
  const process = tx.instances.get(task.instanceId)?.process ?? '';
  return { candidates: task.candidates, process, divisionCode: tx.root.divisionCode };
}
