import { Injectable } from '@nestjs/common';
import { type Caller, OrganisationDirectory } from '#libs/identity';
import type { CompiledProcess, TaskSpec } from '#libs/kernel';
import { actorOf } from '../authority/caller.scope.js';
import { TaskGate } from '../authority/task.gate.js';
import { StaleTaskError } from '../commands/command.error.js';
import { CommandRunner, type IdempotencyRequest } from '../commands/command.runner.js';
import { BundleStore } from '../definitions/bundle.store.js';
import type { InstanceRow, TaskRow } from '../instances/case.rows.js';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import { openSeatOf, type Signer, signerFor } from '../signing/round.keeper.js';
import { OpinionOnlyError } from '../signing/signing.error.js';
import { TaskLocator } from '../tasks/task.locator.js';
import { InstanceGoneError } from './returning.error.js';

/** Somebody sends a task back. */
export interface BackRequest {
  readonly caller: Caller;
  readonly taskId: number;
  /** Version of the task that the caller saw; null takes whatever stands (internal callers only). */
  readonly taskVersion: number | null;
  /** A place of the definition or the state of an earlier step. */
  readonly to: string;
  readonly comment: string;
  readonly receivedAt?: Date;
  readonly idempotency?: IdempotencyRequest | undefined;
}

/** The open task, and what its definition says. */
export interface BackDesk {
  readonly task: TaskRow;
  readonly instance: InstanceRow;
  readonly compiled: CompiledProcess;
  readonly spec: TaskSpec | undefined;
  /** Whose seat counts: the caller's own, or that of the person for whom it acts. */
  readonly signer: Signer;
}

/** Opens a task for sending it back: the caller has it, saw it as it stands, and is no mere adviser on it. */
@Injectable()
export class ReturnDesk {
  constructor(
    private readonly runner: CommandRunner,
    private readonly locator: TaskLocator,
    private readonly gate: TaskGate,
    private readonly bundles: BundleStore,
    private readonly directory: OrganisationDirectory,
  ) {}

  async run(
    request: BackRequest,
    decide: (tx: CaseTransaction, desk: BackDesk) => Promise<CommandResult>,
  ): Promise<CommandResult> {
    const { caller, taskId, receivedAt, idempotency } = request;
    const rootId = await this.locator.rootOf(taskId);
    const frame = { rootId, actor: actorOf(caller), idempotency, ...(receivedAt && { receivedAt }) };
    return this.runner.run(frame, async (tx) => decide(tx, await this.open(tx, request)));
  }

  private async open(tx: CaseTransaction, { caller, taskId, taskVersion }: BackRequest): Promise<BackDesk> {
    const task = tx.tasks.get(taskId) ?? (await this.locator.refuseClosed(tx, caller, taskId));
    await this.gate.assertMayAct(tx, caller, task);
    if (taskVersion !== null && taskVersion !== task.version) {
      throw new StaleTaskError(task.id, taskVersion, task.version);
    }
    const instance = tx.instances.get(task.instanceId);
    if (!instance) throw new InstanceGoneError(task.instanceId);
    const { compiled } = await this.bundles.byHash(instance.bundleHash, tx.manager);
    const signer = signerFor(tx, caller, this.directory);
    const seat = task.round && openSeatOf(task.round.round, signer);
    if (seat && seat.origin !== 'assigned') throw new OpinionOnlyError(task.title);
    return { task, instance, compiled, spec: compiled.states.get(task.state)?.task, signer };
  }
}
