import { Injectable } from '@nestjs/common';
import { type Caller, may, scopeOf } from '#libs/identity';
import { actorOf } from '../authority/caller.scope.js';
import { Visibility } from '../authority/visibility.js';
import { CommandRunner, type IdempotencyRequest } from '../commands/command.runner.js';
import { TaskConcluder } from '../commands/task.concluder.js';
import { NotVisibleError } from '../commands/command.error.js';
import { OVERSEE } from '../inbox/inbox.reader.js';
import type { TaskRow } from '../instances/case.rows.js';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import { TaskLocator } from '../tasks/task.locator.js';
import { UrgeRefusedError } from './communication.error.js';
import { urge } from './urging.js';

export interface UrgeRequest {
  readonly caller: Caller;
  readonly taskId: number;
  readonly comment: string;
  readonly receivedAt?: Date;
  readonly idempotency?: IdempotencyRequest | undefined;
}

/** 催办: asks those who have a task to do it, at most once an hour; recorded in the history. */
@Injectable()
export class UrgeTaskCommand {
  constructor(
    private readonly runner: CommandRunner,
    private readonly locator: TaskLocator,
    private readonly visibility: Visibility,
    private readonly concluder: TaskConcluder,
  ) {}

  async execute(request: UrgeRequest): Promise<CommandResult> {
    const { caller, taskId, idempotency, receivedAt } = request;
    const rootId = await this.locator.rootOf(taskId);
    const frame = { rootId, actor: actorOf(caller), idempotency, ...(receivedAt && { receivedAt }) };
    return this.runner.run(frame, (tx) => this.urge(tx, request));
  }

  private async urge(tx: CaseTransaction, { caller, taskId, comment }: UrgeRequest): Promise<CommandResult> {
    const task = tx.tasks.get(taskId) ?? (await this.locator.refuseClosed(tx, caller, taskId));
    this.assertMayUrge(tx, caller, { task, startedBy: tx.root.startedBy });
    await urge(tx, task, { by: caller.userId, comment });
    return this.concluder.standing(tx, task.instanceId);
  }

  private assertMayUrge(
    tx: CaseTransaction,
    caller: Caller,
    { task, startedBy }: { readonly task: TaskRow; readonly startedBy: number | null },
  ): void {
    const bounds = { divisionCode: tx.root.divisionCode, parties: tx.parties };
    const isInitiator = startedBy === caller.userId;
    if (isInitiator) return;
    if (!this.visibility.sees(caller, bounds)) throw new NotVisibleError('task', task.id);
    const isOwn = task.candidates.some(({ organisationId }) => organisationId === caller.organisationId);
    // A party that sees nothing but its own cases is nobody's superior.
    const isSuperior = scopeOf(caller).kind !== 'party';
    if (!may(caller, OVERSEE) || !(isOwn || isSuperior)) throw new UrgeRefusedError(task.title);
  }
}
