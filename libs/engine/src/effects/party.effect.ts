import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, HandlesEffect } from './effect.js';
import type { EffectInput } from './effect-input.js';

/** `party.assign` {relation, organisation}: that organisation stands in that relation to the case from now on. */
@Injectable()
@HandlesEffect('party.assign')
export class AssignPartyEffect implements EffectHandler {
  apply(input: EffectInput, context: EffectContext): Promise<void> {
    return context.setParties(input.text('relation'), [input.integer('organisation')]);
  }
}

/** `party.assignMany` {relation, organisations}: those organisations stand in that relation from now on. */
@Injectable()
@HandlesEffect('party.assignMany')
export class AssignPartiesEffect implements EffectHandler {
  apply(input: EffectInput, context: EffectContext): Promise<void> {
    const organisations = input.list('organisations').map(Number);
    return context.setParties(input.text('relation'), organisations);
  }
}

/** `case.retitle` {title}. */
@Injectable()
@HandlesEffect('case.retitle')
export class RetitleCaseEffect implements EffectHandler {
  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    context.retitle(input.text('title'));
  }
}
