import type { Actor } from '#libs/kernel';
import { DefectError } from '#libs/platform';
import type { EffectContext } from './effect.js';

/** Thrown when a definition lets the system do what only a person may; whoever wrote it can cure it. */
export class NobodyActsError extends DefectError {
  constructor(state: string) {
    super({
      code: 'engine.nobody-acts',
      zh: `流程定义在“${state}”由系统触发了只能由人办理的事项。`,
      en: `In "${state}" the definition lets the system do what only a person may.`,
      details: { state },
    });
  }
}

/** The person in whose name an effect runs. */
export function actingPerson(context: Pick<EffectContext, 'actor' | 'state'>): Actor {
  if (!context.actor) throw new NobodyActsError(context.state);
  return context.actor;
}
