import { Injectable } from '@nestjs/common';
import type { StepEffect } from '#libs/kernel';
import { EffectInput } from '../effects/effect-input.js';
import { EffectRegistry } from '../effects/effect.registry.js';
import { EffectScope } from '../effects/effect.scope.js';
import { UserError } from '#libs/platform';
import { RelationSource } from '../authority/relation.source.js';
import { TaskCloser } from '../tasks/task.closer.js';
import { TaskOpener } from '../tasks/task.opener.js';
import { Suspender } from '../timers/suspender.js';
import { TimerBook } from '../timers/timer.book.js';
import type { StepScope } from './step.scope.js';

const FORM = '/form';

/** An effect knows the fields of its form; the caller sent them under `form`. */
function pointingIntoForm(error: UserError): UserError {
  if (error.fields.every(({ field }) => field.startsWith(FORM))) return error;
  const fields = error.fields.map((problem) => ({ ...problem, field: `${FORM}${problem.field}` }));
  const { code, status, text, details } = error;
  return new UserError({ code, status, ...text, details, fields, cause: error });
}

/** Turns what the kernel asks for into rows, in the order in which it happened. */
@Injectable()
export class StepApplier {
  constructor(
    private readonly opener: TaskOpener,
    private readonly closer: TaskCloser,
    private readonly timers: TimerBook,
    private readonly effects: EffectRegistry,
    private readonly relations: RelationSource,
    private readonly suspender: Suspender,
  ) {}

  async apply(scope: StepScope, effects: readonly StepEffect[]): Promise<void> {
    for (const effect of effects) await this.applyOne(scope, effect);
    this.closer.touchIfStillOpen(scope);
    await this.suspender.settle(scope, scope.pending.at);
  }

  private async applyOne(scope: StepScope, effect: StepEffect): Promise<void> {
    switch (effect.kind) {
      case 'enter':
        scope.record.entered.push(effect.state);
        return this.opener.open(scope, effect.state, effect.choice);
      case 'exit':
        scope.record.exited.push(effect.state);
        return this.closer.close(scope, effect.state);
      case 'arm':
        return this.timers.arm(scope, effect);
      case 'disarm':
        return this.timers.disarm(scope, effect);
      case 'extend':
        return this.timers.extend(scope, effect);
      case 'suspend':
        return this.suspender.begin(scope, effect);
      case 'resume':
        return this.suspender.end(scope, effect);
      case 'effect':
        return this.run(scope, effect);
      case 'startChild':
      case 'stopChild':
        return undefined; // ChildStarter does both after the step.
    }
  }

  private async run(scope: StepScope, effect: Extract<StepEffect, { kind: 'effect' }>): Promise<void> {
    scope.record.effects.push(effect.name);
    const context = new EffectScope(scope, effect.state, this.relations);
    try {
      await this.effects.get(effect.name).apply(new EffectInput(effect.name, effect.input), context);
    } catch (error) {
      throw error instanceof UserError ? pointingIntoForm(error) : error;
    }
  }
}
