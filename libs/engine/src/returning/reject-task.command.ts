import { Injectable } from '@nestjs/common';
import { type JsonObject, USUAL_REJECT } from '#libs/kernel';
import { OperationNotAllowedError } from '../commands/operation.error.js';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import { readJson } from '../instances/json.column.js';
import { VoteTaker } from '../signing/vote.taker.js';
import type { EarlierStep } from './earlier.steps.js';
import { RejectChoices } from './reject.choices.js';
import { RejectionEnder } from './rejection.ender.js';
import { type BackDesk, type BackRequest, ReturnDesk } from './return.desk.js';
import { RejectTargetError } from './returning.error.js';
import { WayBack } from './way.back.js';

/** 驳回: sends the case back to a place of the definition's choosing, or ends it; in a round it is a vote against. */
@Injectable()
export class RejectTaskCommand {
  constructor(
    private readonly desk: ReturnDesk,
    private readonly choices: RejectChoices,
    private readonly way: WayBack,
    private readonly ending: RejectionEnder,
    private readonly votes: VoteTaker,
  ) {}

  execute(request: BackRequest): Promise<CommandResult> {
    return this.desk.run(request, (tx, desk) => this.decide(tx, desk, request));
  }

  private async decide(tx: CaseTransaction, desk: BackDesk, request: BackRequest): Promise<CommandResult> {
    const step = await this.stepOf(tx, desk, request.to);
    const then = (desk.spec?.reject ?? USUAL_REJECT).then;
    const told = { ...this.voted(tx, desk, request), place: request.to, comment: request.comment };
    if (step === null) return this.ending.end(tx, desk, told);
    const resume = then === 'back' ? await resumption(tx, step) : null;
    const facts = { ...told, then, ...(resume === null ? {} : { resume }) };
    return this.way.go(tx, desk, { kind: 'rejected', step, facts });
  }

  private async stepOf(tx: CaseTransaction, { task, instance, compiled }: BackDesk, to: string) {
    const found = await this.choices.of({ task, isTop: instance.parentId === null }, compiled, tx.manager);
    if (found.length === 0) throw new OperationNotAllowedError('驳回', task.title);
    const choice = found.find((one) => one.to === to);
    if (!choice)
      throw new RejectTargetError(
        to,
        found.map((one) => one.to),
      );
    return choice.step;
  }

  /** The ledger has it as a vote against; the definition check keeps `reject` from rounds that count votes. */
  private voted(tx: CaseTransaction, { task, signer }: BackDesk, { comment }: BackRequest): JsonObject {
    if (!task.round) return {};
    const event = task.round.round.rule.events.reject;
    const outcome = this.votes.cast(tx, { task, signer, event, payload: {}, comment }, 'reject');
    return outcome.decided ? outcome.facts : {};
  }
}

/** By which event the step was left before, and where that led: the same again is the resubmission. */
async function resumption(tx: CaseTransaction, step: EarlierStep): Promise<JsonObject> {
  const rows: { facts: unknown }[] = await tx.manager.query(
    'SELECT facts FROM engine_history WHERE root_id = ? AND seq = ?',
    [tx.root.id, step.closedSeq],
  );
  const facts = readJson<JsonObject>(rows[0]?.facts ?? {});
  return { event: step.event, led: facts['entered'] ?? [] };
}
