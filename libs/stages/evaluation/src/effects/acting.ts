import type { EffectContext } from '#libs/engine';
import type { Actor } from '#libs/kernel';
import { DefectError } from '#libs/platform';

/** Thrown when a definition lets the system do what only a person may; whoever wrote it can cure it. */
export class NobodyActsError extends DefectError {
  constructor(state: string) {
    super({
      code: 'evaluation.nobody-acts',
      zh: `流程定义在“${state}”由系统触发了只能由人办理的事项。`,
      en: `In "${state}" the definition lets the system do what only a person may.`,
      details: { state },
    });
  }
}

/** The person who acts. */
export function actorOf(context: Pick<EffectContext, 'actor' | 'state'>): Actor {
  if (!context.actor) throw new NobodyActsError(context.state);
  return context.actor;
}
