import { Injectable } from '@nestjs/common';
import { type Caller, OrganisationDirectory } from '#libs/identity';
import { activeStates, type JsonObject, type RoundVote, type TaskSpec } from '#libs/kernel';
import { CopyWriter } from '../communication/copy.writer.js';
import { BundleStore } from '../definitions/bundle.store.js';
import type { TaskRow } from '../instances/case.rows.js';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import { type Signer, signerFor } from '../signing/round.keeper.js';
import type { HeldAct } from '../signing/stored.round.js';
import { type Ballot, VoteTaker } from '../signing/vote.taker.js';
import { ResubmittingStepper } from '../returning/resubmitting.stepper.js';
import { TaskLocator } from '../tasks/task.locator.js';
import { resultOf } from './command.result.js';

/** What a task came to. */
export interface Conclusion extends HeldAct {
  readonly facts: JsonObject;
}

/** Sends what a person, or the round of several, has decided on a task to the process. */
@Injectable()
export class TaskConcluder {
  constructor(
    private readonly stepper: ResubmittingStepper,
    private readonly locator: TaskLocator,
    private readonly bundles: BundleStore,
    private readonly votes: VoteTaker,
    private readonly directory: OrganisationDirectory,
    private readonly copies: CopyWriter,
  ) {}

  /** Whose seat the caller's word counts for. */
  signerOf(tx: CaseTransaction, caller: Caller): Signer {
    return signerFor(tx, caller, this.directory);
  }

  /** A word that moves the process at once, or that counts as a vote of several. */
  async settle(tx: CaseTransaction, ballot: Ballot, facts: JsonObject): Promise<CommandResult> {
    const vote = this.votes.voteOf(ballot, ballot.event);
    return vote === null ? this.conclude(tx, ballot.task, { ...ballot, facts }) : this.vote(tx, ballot, vote);
  }

  async vote(tx: CaseTransaction, ballot: Ballot, vote: RoundVote): Promise<CommandResult> {
    const outcome = this.votes.cast(tx, ballot, vote);
    if (outcome.decided) return this.conclude(tx, ballot.task, { ...outcome.act, facts: outcome.facts });
    return this.standing(tx, ballot.task.instanceId);
  }

  async conclude(tx: CaseTransaction, task: TaskRow, conclusion: Conclusion): Promise<CommandResult> {
    const { event, payload, comment, facts } = conclusion;
    // Before the step: it may end the instance.
    const spec = await this.specOf(tx, task);
    const outcome = await this.stepper.run(tx, {
      instanceId: task.instanceId,
      event: { kind: 'event', name: event, to: task.state },
      kind: 'acted',
      at: tx.advance(tx.frame.receivedAt),
      actor: tx.frame.actor,
      taskId: task.id,
      payload,
      facts: { state: task.state, ...facts, ...(comment ? { comment } : {}) },
    });
    if (spec?.copy) await this.copies.afterTask(tx, task, spec);
    this.locator.learn(tx);
    return resultOf(tx, task.instanceId, outcome.active);
  }

  /** What the definition says of a task. */
  async specOf(tx: CaseTransaction, { instanceId, state }: TaskRow): Promise<TaskSpec | undefined> {
    const bundle = await this.bundles.byHash(tx.instances.get(instanceId)?.bundleHash ?? '', tx.manager);
    return bundle.compiled.states.get(state)?.task;
  }

  /** What was said is recorded; the process stands where it stood. */
  async standing(tx: CaseTransaction, instanceId: number): Promise<CommandResult> {
    const instance = tx.instances.get(instanceId);
    const { compiled } = await this.bundles.byHash(instance?.bundleHash ?? '', tx.manager);
    return resultOf(tx, instanceId, instance?.snapshot ? activeStates(compiled, instance.snapshot) : []);
  }
}
