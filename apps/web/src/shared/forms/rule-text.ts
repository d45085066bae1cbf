import type { Texts } from '../../locales/zh.js';

/** What a failed keyword of JSON Schema means to an officer. */
export function ruleText(keyword: string, limit: unknown, texts: Texts): string {
  const { rules } = texts.form;
  const shown = typeof limit === 'number' || typeof limit === 'string' ? String(limit) : '';
  switch (keyword) {
    case 'minimum':
    case 'exclusiveMinimum':
      return rules.minimum(shown);
    case 'maximum':
    case 'exclusiveMaximum':
      return rules.maximum(shown);
    case 'oneOf':
    case 'enum':
      return rules.enum;
    case 'format':
      return limit === 'date' ? rules.date : rules.format;
    case 'minLength':
    case 'maxLength':
    case 'minItems':
    case 'maxItems':
      return rules[keyword](shown);
    case 'required':
    case 'type':
    case 'const':
    case 'pattern':
      return rules[keyword];
    default:
      return rules.other;
  }
}
