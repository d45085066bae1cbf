import { DefectError } from '#libs/platform';

/** Thrown when a definition hands an effect a value of the wrong type; whoever wrote the definition can cure it. */
export class EffectInputError extends DefectError {
  constructor(effect: string, key: string, expected: string) {
    super({
      code: 'engine.effect-input',
      zh: `效果 ${effect} 的参数 ${key} 类型不符,应为 ${expected};请修改流程定义的 with。`,
      en: `Effect ${effect} needs ${key} to be a ${expected}; correct the definition's with.`,
      details: { effect, key, expected },
    });
  }
}

/** Thrown at boot when two classes claim one effect, or at run time when a pinned definition names an effect that is gone. */
export class EffectRegistrationError extends DefectError {
  constructor(effect: string, reason: 'twice' | 'missing') {
    super({
      code: `engine.effect-${reason}`,
      zh: reason === 'twice' ? `效果 ${effect} 重复登记。` : `效果 ${effect} 没有处理程序。`,
      en: reason === 'twice' ? `Effect ${effect} is registered twice.` : `Effect ${effect} has no handler.`,
      details: { effect },
    });
  }
}
