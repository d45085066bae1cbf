import { Injectable } from '@nestjs/common';
import type { JsonObject } from '#libs/kernel';
import type { CommandResult } from '../instances/case.transaction.js';
import { SignalRouter } from '../steps/signal.router.js';
import { Stepper } from '../steps/stepper.js';
import { resultOf } from './command.result.js';
import { CommandRunner } from './command.runner.js';

export interface SignalRequest {
  readonly rootId: number;
  /** Unset: every active instance of the root that listens. */
  readonly instanceId?: number;
  readonly event: string;
  readonly payload: JsonObject;
}

/** The system tells a case something: a record that a view reads has changed, or another root has a message. */
@Injectable()
export class SignalCommand {
  constructor(
    private readonly runner: CommandRunner,
    private readonly router: SignalRouter,
    private readonly stepper: Stepper,
  ) {}

  execute({ rootId, instanceId, event, payload }: SignalRequest): Promise<CommandResult> {
    return this.runner.run({ rootId, actor: null }, async (tx) => {
      const at = tx.advance(tx.frame.receivedAt);
      for (const step of await this.router.route(tx, { event, payload, at, instanceId })) {
        if (tx.instances.has(step.instanceId)) await this.stepper.run(tx, step);
      }
      return resultOf(tx, instanceId ?? 0, []);
    });
  }
}
