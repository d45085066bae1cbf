import type { SignRule } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import type { Texts } from '../../locales/zh.js';

/** The rule of a round in words. */
export function useSignRule(): (rule: SignRule) => string {
  const texts = useTexts();
  return (rule) => ruleInWords(rule, texts);
}

export function ruleInWords(rule: SignRule, texts: Texts): string {
  const { rules } = texts.round;
  const isMany = rule.mode === 'all' || rule.mode === 'any' || rule.mode === 'vote';
  const parts = [
    modeInWords(rule, texts),
    rule.mode === 'vote' && rule.onReject === 'decides' ? rules.decides : '',
    rule.mode === 'vote' && rule.rejectCount !== undefined ? rules.rejectCount(rule.rejectCount) : '',
    isMany && rule.order === 'sequential' ? rules.sequential : '',
    isMany && !rule.decideEarly ? rules.late : '',
    isMany ? rules.abstain[rule.abstain] : '',
  ];
  return parts.filter((part) => part !== '').join('');
}

function modeInWords({ mode, onReject, pass }: SignRule, { round: { rules } }: Texts): string {
  const isStrict = onReject === 'decides';
  switch (mode) {
    case 'one':
    case 'random':
      return rules[mode];
    case 'any':
      return isStrict ? rules.anyStrict : rules.any;
    case 'all':
      return isStrict ? rules.all : rules.allCounts;
    case 'vote':
      return rules.vote(passInWords(pass ?? {}, rules));
  }
}

function passInWords(pass: Readonly<Record<string, unknown>>, rules: Texts['round']['rules']): string {
  if (pass['kind'] === 'count') return rules.count(Number(pass['count']));
  if (pass['kind'] === 'weight') return rules.sum(Number(pass['weight']));
  return rules.ratio(`${String(pass['numerator'])}/${String(pass['denominator'])}`, pass['strict'] === true);
}
