import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { actorOf } from '../authority/caller.scope.js';
import { Visibility } from '../authority/visibility.js';
import { CommandRunner, type IdempotencyRequest } from '../commands/command.runner.js';
import { resultOf } from '../commands/command.result.js';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import { CancelRule } from './cancel.rule.js';
import { CaseEnder } from './case.ender.js';
import { CancelRefusedError, CaseStandingError } from './intervention.error.js';

export interface CancelRequest {
  readonly caller: Caller;
  readonly rootId: number;
  readonly reason: string;
  readonly receivedAt?: Date;
  readonly idempotency?: IdempotencyRequest | undefined;
}

/** 撤销: who began the case takes it back, while nobody else has acted and every open step allows it. */
@Injectable()
export class CancelCaseCommand {
  constructor(
    private readonly runner: CommandRunner,
    private readonly visibility: Visibility,
    private readonly rule: CancelRule,
    private readonly ender: CaseEnder,
  ) {}

  async execute(request: CancelRequest): Promise<CommandResult> {
    const { caller, rootId, idempotency, receivedAt } = request;
    await this.visibility.assertMaySee(caller, rootId);
    const frame = { rootId, actor: actorOf(caller), idempotency, ...(receivedAt && { receivedAt }) };
    return this.runner.run(frame, async (tx) => {
      await this.assertMayCancel(tx, caller);
      const top = await this.ender.end(tx, 'cancelled', { comment: request.reason });
      return resultOf(tx, top, []);
    });
  }

  private async assertMayCancel(tx: CaseTransaction, caller: Caller): Promise<void> {
    const standing = { root: tx.root, tasks: [...tx.tasks.values()], instances: [...tx.instances.values()] };
    const obstacle = await this.rule.obstacle(caller, standing, tx.manager);
    if (obstacle === 'ended') throw new CaseStandingError('ended');
    if (obstacle !== null) throw new CancelRefusedError(obstacle);
  }
}
