import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { actorOf } from '../authority/caller.scope.js';
import type { CommandResult } from '../instances/case.transaction.js';
import { StepReverser } from '../returning/step.reverser.js';
import { TaskLocator } from '../tasks/task.locator.js';
import { CommandRunner, type IdempotencyRequest } from './command.runner.js';
import { WithdrawRefusedError } from './operation.error.js';

export interface WithdrawRequest {
  readonly caller: Caller;
  /** The task that the caller did. */
  readonly taskId: number;
  readonly comment: string;
  readonly receivedAt?: Date;
  readonly idempotency?: IdempotencyRequest | undefined;
}

/** 撤回: takes back one's own last step while nobody has acted on what it opened. Deadlines go on, none restarts. */
@Injectable()
export class WithdrawCommand {
  constructor(
    private readonly runner: CommandRunner,
    private readonly locator: TaskLocator,
    private readonly reverser: StepReverser,
  ) {}

  async execute(request: WithdrawRequest): Promise<CommandResult> {
    const { caller, taskId, comment, receivedAt, idempotency } = request;
    const rootId = await this.locator.rootOf(taskId);
    return this.runner.run({ rootId, actor: actorOf(caller), idempotency, ...(receivedAt && { receivedAt }) }, (tx) =>
      this.reverser.reverse(tx, {
        ...{ word: 'withdraw', caller, taskId, comment },
        refusal: (reason) => new WithdrawRefusedError(reason),
      }),
    );
  }
}
