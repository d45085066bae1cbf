import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { actorOf } from '../authority/caller.scope.js';
import { TaskGate } from '../authority/task.gate.js';
import { CommandRunner, type IdempotencyRequest } from '../commands/command.runner.js';
import { OperationNotAllowedError } from '../commands/operation.error.js';
import { TaskConcluder } from '../commands/task.concluder.js';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import { TaskLocator } from '../tasks/task.locator.js';
import { CopyWriter } from './copy.writer.js';
import { RecipientCheck } from './recipient.check.js';

export interface CopyRequest {
  readonly caller: Caller;
  readonly taskId: number;
  readonly users: readonly number[];
  readonly comment: string;
  readonly receivedAt?: Date;
  readonly idempotency?: IdempotencyRequest | undefined;
}

/** 抄送 by hand: somebody who has a task sends the case to people who see it. */
@Injectable()
export class CopyCaseCommand {
  constructor(
    private readonly runner: CommandRunner,
    private readonly locator: TaskLocator,
    private readonly gate: TaskGate,
    private readonly recipients: RecipientCheck,
    private readonly writer: CopyWriter,
    private readonly concluder: TaskConcluder,
  ) {}

  async execute(request: CopyRequest): Promise<CommandResult> {
    const { caller, taskId, idempotency, receivedAt } = request;
    const rootId = await this.locator.rootOf(taskId);
    const frame = { rootId, actor: actorOf(caller), idempotency, ...(receivedAt && { receivedAt }) };
    return this.runner.run(frame, (tx) => this.copy(tx, request));
  }

  private async copy(tx: CaseTransaction, { caller, taskId, users, comment }: CopyRequest): Promise<CommandResult> {
    const task = tx.tasks.get(taskId) ?? (await this.locator.refuseClosed(tx, caller, taskId));
    await this.gate.assertMayAct(tx, caller, task);
    const spec = await this.concluder.specOf(tx, task);
    if (!spec?.allow.includes('copy')) throw new OperationNotAllowedError('copy', task.title);
    this.recipients.assertAllSee(tx, users);
    await this.writer.write(tx, { task, users, copiedBy: caller.userId, comment });
    return this.concluder.standing(tx, task.instanceId);
  }
}
