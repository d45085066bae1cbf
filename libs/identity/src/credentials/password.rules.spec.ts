import { describe, expect, it } from '@jest/globals';
import { Environment, PasswordConfig } from '#libs/platform';
import { PasswordRules } from './password.rules.js';

const OWNER = { login: 'zhaojue.business', name: '阿苦阿果' };

function brokenRules(password: string, settings: Record<string, string> = {}): string[] {
  const rules = new PasswordRules(new PasswordConfig(new Environment(settings)));
  return rules.problemsOf(password, OWNER, '/newPassword').map(({ rule }) => rule);
}

describe('the password policy', () => {
  it.each(['Correct-Horse-7', '西昌的月亮Long8', 'k9$mQx2#wLp', 'four words 7 Of them'])('takes %s', (password) => {
    expect(brokenRules(password)).toEqual([]);
  });

  it.each([
    ['Short-7', ['length']],
    [`Aa1-${'x'.repeat(130)}`, ['length']],
    ['alllowercaseletters', ['classes']],
    ['lower-and-marks', ['classes']],
    ['Zhaojue-2026!', ['unlike-owner']],
    ['My.Business.7x', ['unlike-owner']],
    ['阿苦阿果Aa-2026', ['unlike-owner']],
    ['Password123', ['uncommon']],
    ['1Q2w3e4r5t', ['uncommon']],
    ['Password2026!', ['uncommon']],
    ['WOAINI1314', ['classes']],
    ['abc', ['length', 'classes']],
  ])('refuses %s', (password, expected) => {
    expect(brokenRules(password)).toEqual(expect.arrayContaining(expected));
  });

  it('says it in both languages, with the numbers that are set', () => {
    const rules = new PasswordRules(new PasswordConfig(new Environment({ SANSHE_PASSWORD_LENGTH: '16' })));
    expect(rules.problemsOf('Correct-Horse-7', OWNER, '/newPassword')).toEqual([
      {
        field: '/newPassword',
        rule: 'length',
        zh: '密码长度应为16至128个字符',
        en: 'use 16 to 128 characters',
      },
    ]);
    expect(brokenRules('alllowercaseletters', { SANSHE_PASSWORD_CLASSES: '1' })).toEqual([]);
  });

  it('refuses settings that make no sense', () => {
    expect(() => new PasswordConfig(new Environment({ SANSHE_PASSWORD_LENGTH: '4' }))).toThrow(
      /SANSHE_PASSWORD_LENGTH/,
    );
  });
});
