import { describe, expect, it } from '@jest/globals';
import { aDefinition, problemsOf } from '../testing/a-process.js';
import { type SignSpec, usualSign } from './sign-spec.js';

const AROUND = (task: string): string => `
initial: a
states:
  a:
    task: { assignee: { organisation: purchaser, role: leader }, ${task} }
    on: { APPROVE: b, REJECT: b, ABSTAIN: , AGREE: b, SEND_BACK: b }
  b: { type: final }
`;

function signOf(sign: string): SignSpec | undefined {
  return aDefinition(AROUND(`sign: ${sign}`)).root.states['a']?.task?.sign;
}

function allowOf(task: string): readonly string[] | undefined {
  return aDefinition(AROUND(task)).root.states['a']?.task?.allow;
}

describe('a signing rule', () => {
  it.each(['one', 'all', 'any', 'vote', 'random'] as const)('may be the word `%s` alone', (mode) => {
    expect(signOf(mode)).toEqual(usualSign(mode));
    expect(signOf(`{ mode: ${mode} }`)).toEqual(usualSign(mode));
  });

  it('has defaults by its mode', () => {
    expect(signOf('all')).toMatchObject({ onReject: 'decides', order: 'parallel', decideEarly: true });
    expect(signOf('any')).toMatchObject({ onReject: 'counts', onAddedReject: 'rejects', abstain: 'refused' });
    expect(signOf('one')).toMatchObject({ onAddedReject: 'advises', maxTransfers: 9, delegationDepth: 1 });
    expect(signOf('vote')?.pass).toEqual({ kind: 'ratio', numerator: 1, denominator: 2, strict: true });
  });

  it.each([
    ['{ ratio: 2/3 }', { kind: 'ratio', numerator: 2, denominator: 3, strict: false }],
    ['{ ratio: 60%, strict: true }', { kind: 'ratio', numerator: 60, denominator: 100, strict: true }],
    ['{ count: 3 }', { kind: 'count', count: 3 }],
    ['{ weight: 5 }', { kind: 'weight', weight: 5 }],
  ])('passes by %s exactly', (pass, expected) => {
    expect(signOf(`{ mode: vote, pass: ${pass} }`)?.pass).toEqual(expected);
  });

  it('names its events, and an abstention only where there is one', () => {
    expect(signOf('{ mode: all, events: { approve: AGREE, reject: SEND_BACK } }')?.events).toEqual({
      approve: 'AGREE',
      reject: 'SEND_BACK',
    });
    expect(signOf('{ mode: all, abstain: ignored }')?.events.abstain).toBe('ABSTAIN');
  });

  it.each([
    ['a mode that is none', '{ mode: each }', 'unknown-value', /`all`|Choose one of/],
    ['an unknown key', '{ mode: all, ordre: sequential }', 'unknown-key', /`order`/],
    ['a ratio of nothing', '{ mode: vote, pass: { ratio: 0/3 } }', 'sign-rule', /above 0/],
    ['strict without ratio', '{ mode: vote, pass: { count: 2, strict: true } }', 'sign-rule', /exactly one/],
    ['half a person', '{ mode: vote, pass: { count: 1.5 } }', 'wrong-shape', /whole number from 1/],
    ['no rejections at all', '{ mode: vote, reject: { count: 0 } }', 'wrong-shape', /from 1/],
    ['a weight of nothing', '{ mode: vote, weights: { leader: 0 } }', 'wrong-shape', /weight of `leader`/],
    ['thresholds without votes', '{ mode: any, reject: { count: 2 } }', 'sign-rule', /`reject`/],
    ['weights without votes', '{ mode: all, weights: { leader: 2 } }', 'sign-rule', /`weights`/],
    ['one event for two votes', '{ mode: all, events: { reject: APPROVE } }', 'sign-rule', /two different votes/],
    ['a rule for nobody silent', '{ mode: all, undecided: approve }', 'sign-rule', /abstain: ignored/],
  ])('is refused with %s', (...[, sign, code, says]) => {
    const found = problemsOf(AROUND(`sign: ${sign}`)).find((problem) => problem.code === code);
    expect(`${found?.message}. ${found?.hint}`).toMatch(says);
    expect(found?.line).toBe(7);
  });

  it('leaves the votes to the signers', () => {
    const by = problemsOf(AROUND('sign: all').replace('REJECT: b', 'REJECT: { target: b, once: true }'));
    expect(by).toMatchObject([{ code: 'sign-rule', message: expect.stringMatching(/`by` or `once`/) }]);
  });
});

describe('operations on a task', () => {
  it('are the usual ones where the task says nothing', () => {
    expect(allowOf('due: none')).toEqual(['claim', 'transfer', 'delegate', 'copy']);
  });

  it('are more by `allow` and fewer by `deny`', () => {
    expect(allowOf('allow: [return, add-before], deny: [copy, delegate]')).toEqual([
      'claim',
      'transfer',
      'add-before',
      'return',
    ]);
  });
});
