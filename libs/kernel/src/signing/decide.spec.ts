import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type PassRule, type RoundDecision, type SignSpec, usualSign } from '../definition/sign-spec.js';
import { applyToRound } from './apply-to-round.js';
import { openRound } from './open-round.js';
import { ROUND_VOTES, type Round, type RoundVote } from './round.types.js';

/** One vote with its weight: all that the second opinion below knows of a seat. */
interface Cast {
  readonly vote: RoundVote;
  readonly weight: number;
}

const ratio = (numerator: number, denominator: number, strict = false): PassRule => ({
  kind: 'ratio',
  numerator,
  denominator,
  strict,
});

/** Roles named after their weight. */
function roundOf(rule: SignSpec, weights: readonly number[]): Round {
  const named = { ...rule, weights: Object.fromEntries(weights.map((weight) => [`w${weight}`, weight])) };
  return openRound(
    named,
    weights.map((weight, index) => ({ userId: index + 1, organisationId: 1, role: `w${weight}` })),
  );
}

function voted(round: Round, seat: number, vote: RoundVote): Round {
  const outcome = applyToRound(round, { op: 'vote', seat, vote });
  if (!outcome.ok) throw new TypeError(outcome.refusal);
  expect(outcome.decision).toBe(outcome.round.decision);
  return outcome.round;
}

/** The votes in their order, each by the seat of its place; `+` approves, `-` rejects, `0` abstains. */
function decisionsOf(rule: Partial<SignSpec> & Pick<SignSpec, 'mode'>, seats: number, votes: string): string {
  let round = roundOf(
    { ...usualSign(rule.mode), ...rule },
    Array.from({ length: seats }, () => 1),
  );
  const words = { '+': 'approve', '-': 'reject', '0': 'abstain' } as const;
  let result = '';
  for (const [index, sign] of [...votes].entries()) {
    round = voted(round, index + 1, words[sign as keyof typeof words]);
    result += round.decision === null ? '.' : round.decision === 'approve' ? 'Y' : 'N';
    if (round.decision !== null) break;
  }
  return result;
}

describe('the outcome of votes', () => {
  it.each([
    ['会签 passes when all approve', { mode: 'all' }, 3, ['+++', '..Y']],
    ['会签 ends with the first rejection', { mode: 'all' }, 3, ['+-', '.N']],
    ['会签 may collect all opinions', { mode: 'all', onReject: 'counts', decideEarly: false }, 3, ['-++', '..N']],
    ['或签 passes with the first approval', { mode: 'any' }, 3, ['-+', '.Y']],
    ['或签 fails when all reject', { mode: 'any' }, 3, ['---', '..N']],
    ['或签 may end with the first rejection', { mode: 'any', onReject: 'decides' }, 3, ['-', 'N']],
    ['或签 may wait for all', { mode: 'any', decideEarly: false }, 3, ['+--', '..Y']],
    ['单人 is decided by the first', { mode: 'one' }, 3, ['-', 'N']],
    ['票签 passes with more than half', { mode: 'vote' }, 4, ['+-++', '...Y']],
    ['票签 does not pass with half', { mode: 'vote' }, 4, ['+-+-', '...N']],
    ['票签 is rejected once half cannot be exceeded', { mode: 'vote' }, 4, ['--', '.N']],
    ['two thirds of three are two', { mode: 'vote', pass: ratio(2, 3) }, 3, ['-++', '..Y']],
    ['more than two thirds of three are three', { mode: 'vote', pass: ratio(2, 3, true) }, 3, ['++-', '..N']],
    ['a count passes at once', { mode: 'vote', pass: { kind: 'count', count: 2 } }, 5, ['++', '.Y']],
    ['rejections may be counted', { mode: 'vote', pass: ratio(1, 3), rejectCount: 2 }, 6, ['+--', '..N']],
    ['one rejection may decide a 票签', { mode: 'vote', onReject: 'decides' }, 5, ['+-', '.N']],
    ['an abstention leaves the base', { mode: 'vote', abstain: 'ignored' }, 3, ['0+', '..']],
    ['an abstention weighs against', { mode: 'vote', abstain: 'against' }, 4, ['00', '.N']],
    ['nobody is for or against', { mode: 'all', abstain: 'ignored' }, 2, ['00', '.N']],
    ['nobody is against', { mode: 'all', abstain: 'ignored', undecided: 'approve' }, 2, ['00', '.Y']],
  ] as const)('%s', (_, rule, seats, [votes, expected]) => {
    expect(decisionsOf(rule, seats, votes)).toBe(expected);
  });

  it('is exact where a rounded percentage would not be', () => {
    expect(decisionsOf({ mode: 'vote', pass: ratio(67, 100), decideEarly: false }, 3, '++-')).toBe('..N');
    expect(decisionsOf({ mode: 'vote', pass: ratio(2, 3), decideEarly: false }, 3, '++-')).toBe('..Y');
  });

  it('is told as soon as it is certain, and never before: all continuations were tried', () => {
    fc.assert(
      fc.property(rules(), weights(4), fc.infiniteStream(fc.nat()), (rule, loads, numbers) => {
        let round = roundOf(rule, loads);
        const cast: Cast[] = [];
        const open = loads.map((weight, index) => ({ seat: index + 1, weight }));
        for (const number of numbers) {
          const rest = open.map(({ weight }) => weight);
          const certain = new Set(comesTo(rule, cast, rest));
          const [only] = certain;
          const isCertain = rule.decideEarly
            ? cast.length > 0 && certain.size === 1
            : settledAlready(rule, cast, rest) !== null;
          expect(round.decision).toBe(isCertain ? only : null);
          const [next] = open.splice(number % Math.max(1, open.length), 1);
          if (round.decision !== null || next === undefined) return;
          const possible = votesOf(rule);
          const vote = possible[(number >> 4) % possible.length] ?? 'approve';
          cast.push({ vote, weight: next.weight });
          round = voted(round, next.seat, vote);
        }
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  it('does not depend on the order of the votes where all are waited for', () => {
    fc.assert(
      fc.property(rules(), weights(6), fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (free, loads, numbers) => {
        const rule = { ...free, decideEarly: false };
        const possible = votesOf(rule);
        const votes = loads.map((_, index) => possible[(numbers[index] ?? 0) % possible.length] ?? 'approve');
        const seats = loads.map((_, index) => index + 1);
        const shuffled = [...seats].sort((a, b) => (numbers[a + 5] ?? 0) - (numbers[b + 5] ?? 0));
        const run = (order: readonly number[]): RoundDecision | null => {
          let round = roundOf(rule, loads);
          for (const seat of order)
            if (round.decision === null) round = voted(round, seat, votes[seat - 1] ?? 'approve');
          return round.decision;
        };
        expect(run(shuffled)).toBe(run(seats));
        expect(run(seats)).not.toBeNull();
      }),
    );
  });
});

function weights(maxLength: number): fc.Arbitrary<number[]> {
  return fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength });
}

function rules(): fc.Arbitrary<SignSpec> {
  const pass: fc.Arbitrary<PassRule> = fc.oneof(
    fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), fc.boolean())
      .map(([a, b, strict]) => ratio(Math.min(a, b), Math.max(a, b), strict)),
    fc.integer({ min: 1, max: 5 }).map((count) => ({ kind: 'count' as const, count })),
    fc.integer({ min: 1, max: 9 }).map((weight) => ({ kind: 'weight' as const, weight })),
  );
  return fc
    .record({
      mode: fc.constantFrom('all', 'any', 'vote' as const),
      onReject: fc.constantFrom('decides', 'counts' as const),
      decideEarly: fc.boolean(),
      abstain: fc.constantFrom('refused', 'ignored', 'against' as const),
      undecided: fc.constantFrom('approve', 'reject' as const),
      rejectCount: fc.option(fc.integer({ min: 1, max: 4 })),
      pass,
    })
    .map(({ mode, pass: vote, rejectCount, ...rest }) => ({
      ...usualSign(mode),
      ...rest,
      ...(mode === 'vote' ? { pass: vote } : {}),
      ...(mode === 'vote' && rejectCount !== null ? { rejectCount } : {}),
    }));
}

function votesOf({ abstain }: SignSpec): readonly RoundVote[] {
  return ROUND_VOTES.filter((vote) => vote !== 'abstain' || abstain !== 'refused');
}

/** Second opinion, by trying: every decision that the votes may still come to, whoever votes next and whatever. */
function comesTo(rule: SignSpec, cast: readonly Cast[], rest: readonly number[]): readonly RoundDecision[] {
  const settled = settledAlready(rule, cast, rest);
  if (settled !== null) return [settled];
  return rest.flatMap((weight, index) =>
    votesOf(rule).flatMap((vote) =>
      comesTo(rule, [...cast, { vote, weight }], [...rest.slice(0, index), ...rest.slice(index + 1)]),
    ),
  );
}

/** What the rule says by its words, without looking ahead. */
function settledAlready(rule: SignSpec, cast: readonly Cast[], rest: readonly number[]): RoundDecision | null {
  if (isRejected(rule, cast, rest)) return 'reject';
  if (rule.decideEarly && isReached(rule, cast)) return 'approve';
  if (rest.length > 0) return null;
  const isSilent = cast.every(({ vote }) => vote === 'abstain');
  if (isSilent && rule.abstain === 'ignored') return rule.undecided;
  const isPassed = rule.mode === 'all' ? isUnanimous(rule, cast) : isReached(rule, cast) || hasRatio(rule, cast);
  return isPassed ? 'approve' : 'reject';
}

function isRejected({ onReject, rejectCount, decideEarly }: SignSpec, cast: readonly Cast[], rest: readonly number[]) {
  const { length } = cast.filter(({ vote }) => vote === 'reject');
  const isMany = rejectCount !== undefined && length >= rejectCount && (decideEarly || rest.length === 0);
  return isMany || (onReject === 'decides' && length > 0);
}

function isReached({ mode, pass }: SignSpec, cast: readonly Cast[]): boolean {
  const approving = cast.filter(({ vote }) => vote === 'approve');
  if (mode === 'any') return approving.length > 0;
  if (pass?.kind === 'count') return approving.length >= pass.count;
  return pass?.kind === 'weight' && heavy(approving) >= pass.weight;
}

function isUnanimous({ abstain }: SignSpec, cast: readonly Cast[]): boolean {
  return cast.every(({ vote }) => vote === 'approve' || (vote === 'abstain' && abstain === 'ignored'));
}

function hasRatio({ pass, abstain }: SignSpec, cast: readonly Cast[]): boolean {
  if (pass?.kind !== 'ratio') return false;
  const base = heavy(cast.filter(({ vote }) => vote !== 'abstain' || abstain !== 'ignored'));
  const have = heavy(cast.filter(({ vote }) => vote === 'approve'));
  const excess = BigInt(have * pass.denominator) - BigInt(base * pass.numerator);
  return excess > 0n || (excess === 0n && !pass.strict);
}

function heavy(cast: readonly Cast[]): number {
  return cast.reduce((sum, { weight }) => sum + weight, 0);
}
