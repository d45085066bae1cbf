import { Injectable } from '@nestjs/common';
import { type JsonObject, USUAL_RETURN } from '#libs/kernel';
import { BundleStore } from '../definitions/bundle.store.js';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import { resultOf } from '../commands/command.result.js';
import type { LeftDeadlines } from '../steps/pending.step.js';
import { Stepper } from '../steps/stepper.js';
import { TaskLocator } from '../tasks/task.locator.js';
import type { EarlierStep } from './earlier.steps.js';
import { DeadlineRest } from './left.deadlines.js';
import type { BackDesk } from './return.desk.js';

/** How a task goes back. */
export interface Going {
  readonly kind: 'returned' | 'rejected';
  readonly step: EarlierStep;
  readonly facts: JsonObject;
}

/** Enters an earlier step again; whatever of its region, and of regions below, was open is closed by the process itself. */
@Injectable()
export class WayBack {
  constructor(
    private readonly stepper: Stepper,
    private readonly rest: DeadlineRest,
    private readonly bundles: BundleStore,
    private readonly locator: TaskLocator,
  ) {}

  async go(tx: CaseTransaction, desk: BackDesk, { kind, step, facts }: Going): Promise<CommandResult> {
    const { task } = desk;
    const left = kind === 'returned' ? await this.leftOf(tx, desk, step) : null;
    const outcome = await this.stepper.run(tx, {
      instanceId: task.instanceId,
      event: { kind: 'goto', state: step.state },
      kind,
      at: tx.advance(tx.frame.receivedAt),
      actor: tx.frame.actor,
      taskId: task.id,
      payload: {},
      facts: { state: task.state, to: step.state, ...facts, ...(left ? { left: { ...left } } : {}) },
      ...(step.candidates ? { assign: { state: step.state, candidates: step.candidates } } : {}),
      ...(left ? { left } : {}),
    });
    this.locator.learn(tx);
    return resultOf(tx, task.instanceId, outcome.active);
  }

  private async leftOf(tx: CaseTransaction, desk: BackDesk, step: EarlierStep): Promise<LeftDeadlines | null> {
    const { instance, compiled, spec } = desk;
    if ((spec?.return ?? USUAL_RETURN).deadlines === 'restart') return null;
    const { content } = await this.bundles.byHash(instance.bundleHash, tx.manager);
    const place = { instanceId: instance.id, content, spec: compiled.states.get(step.state)?.task };
    return this.rest.of(step, place, tx.manager);
  }
}
