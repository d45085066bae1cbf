import { Injectable } from '@nestjs/common';
import { USUAL_RETURN } from '#libs/kernel';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import { type EarlierStep, EarlierSteps } from '../returning/earlier.steps.js';
import { type BackDesk, type BackRequest, ReturnDesk } from '../returning/return.desk.js';
import { WayBack } from '../returning/way.back.js';
import { OperationNotAllowedError, ReturnTargetError } from './operation.error.js';

/** 退回: sends the work back to an earlier step of its branch, or from before the branches, to whoever did it. */
@Injectable()
export class ReturnTaskCommand {
  constructor(
    private readonly desk: ReturnDesk,
    private readonly steps: EarlierSteps,
    private readonly way: WayBack,
  ) {}

  execute(request: BackRequest): Promise<CommandResult> {
    return this.desk.run(request, async (tx, desk) => {
      const step = await this.stepOf(tx, desk, request.to);
      return this.way.go(tx, desk, { kind: 'returned', step, facts: { comment: request.comment } });
    });
  }

  private async stepOf(tx: CaseTransaction, { task, compiled, spec }: BackDesk, to: string): Promise<EarlierStep> {
    const { branches } = spec?.return ?? USUAL_RETURN;
    const isAllowed = spec?.allow.includes('return') === true;
    const steps = isAllowed ? await this.steps.before(task, { compiled, branches }, tx.manager) : [];
    if (steps.length === 0) throw new OperationNotAllowedError('退回', task.title);
    const step = steps.find(({ state }) => state === to);
    if (!step)
      throw new ReturnTargetError(
        to,
        steps.map(({ state }) => state),
      );
    return step;
  }
}
