import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '#libs/identity';
import type { RoundVote } from '#libs/kernel';
import { actorOf } from '../authority/caller.scope.js';
import { TaskGate } from '../authority/task.gate.js';
import { CommandRunner } from '../commands/command.runner.js';
import { TaskConcluder } from '../commands/task.concluder.js';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import { TaskLocator } from '../tasks/task.locator.js';
import { openSeatOf, signerFor } from './round.keeper.js';
import type { SeatRequest } from './signing.desk.js';
import { NotAskedError } from './signing.error.js';

export interface OpinionRequest extends SeatRequest {
  readonly opinion: Extract<RoundVote, 'approve' | 'reject'>;
}

/** 提出意见: what an added signer, or whom the task was delegated to, has to say; the form is for those who decide. */
@Injectable()
export class GiveOpinionCommand {
  constructor(
    private readonly runner: CommandRunner,
    private readonly locator: TaskLocator,
    private readonly gate: TaskGate,
    private readonly concluder: TaskConcluder,
    private readonly directory: OrganisationDirectory,
  ) {}

  async execute(request: OpinionRequest): Promise<CommandResult> {
    const rootId = await this.locator.rootOf(request.taskId);
    const frame = { rootId, actor: actorOf(request.caller), idempotency: request.idempotency };
    return this.runner.run({ ...frame, ...(request.receivedAt && { receivedAt: request.receivedAt }) }, (tx) =>
      this.give(tx, request),
    );
  }

  private async give(tx: CaseTransaction, request: OpinionRequest): Promise<CommandResult> {
    const { caller, taskId, opinion, comment } = request;
    const task = tx.tasks.get(taskId) ?? (await this.locator.refuseClosed(tx, caller, taskId));
    await this.gate.assertMayAct(tx, caller, task);
    const signer = signerFor(tx, caller, this.directory);
    const seat = task.round ? openSeatOf(task.round.round, signer) : undefined;
    if (!seat || seat.origin === 'assigned') throw new NotAskedError(task.title);
    const word = { event: `opinion-${opinion}`, payload: {}, comment };
    return this.concluder.vote(tx, { ...word, task, signer }, opinion);
  }
}
