import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ABSTAIN_RULES, SIGN_MODES, SIGN_ORDERS, type SignSpec, usualSign } from '../definition/sign-spec.js';
import { applyToRound, openSeats, reopenSeat } from './apply-to-round.js';
import { openRound } from './open-round.js';
import { ROUND_VOTES, type Round, type RoundOperation, type RoundPerson, type Seat } from './round.types.js';
import { isActive, tally } from './tally.js';

const FINAL: readonly Seat['status'][] = ['approved', 'rejected', 'abstained', 'advised'];

describe('a round, whatever people do', () => {
  it('loses no seat, counts no vote twice, always has somebody to act, and ends for good', () => {
    fc.assert(
      fc.property(rules(), persons(), fc.array(draws(), { maxLength: 40 }), (rule, people, path) => {
        let round = frozen(openRound(rule, people));
        for (const draw of path) {
          const operation = operationOf(round, draw);
          const outcome = applyToRound(round, operation);
          expect(applyToRound(round, operation)).toEqual(outcome);
          if (round.decision !== null) expect(outcome).toEqual({ ok: false, refusal: 'decided' });
          if (!outcome.ok) continue;
          expectKept(round, outcome.round, operation);
          expectSound(outcome.round);
          if (operation.op === 'vote' && outcome.decision !== null) expectUndone(round, outcome.round, operation.seat);
          round = frozen(outcome.round);
        }
      }),
      { numRuns: 600 },
    );
  }, 60_000);

  it('comes to an end when everybody votes', () => {
    fc.assert(
      fc.property(rules(), persons(), fc.array(draws(), { maxLength: 15 }), (rule, people, path) => {
        let round = openRound(rule, people);
        for (const draw of path) {
          const outcome = applyToRound(round, operationOf(round, draw));
          if (outcome.ok) round = outcome.round;
        }
        const limit = round.seats.length * 2 + 2;
        for (let turn = 0; round.decision === null && turn < limit; turn += 1) {
          const [seat] = openSeats(round);
          const { id = 0, origin } = seat ?? {};
          const finish =
            origin === 'delegate' ? { op: 'resolve', seat: id } : { op: 'vote', seat: id, vote: 'approve' };
          // The two shapes of the literal are both operations; the compiler widens their `op`.
          const outcome = applyToRound(round, finish as RoundOperation);
          expect(outcome).toMatchObject({ ok: true });
          if (outcome.ok) round = outcome.round;
        }
        expect(round.decision).not.toBeNull();
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

/** Seats stay, with their numbers; a final word changes by 撤回 alone. */
function expectKept(before: Round, after: Round, operation: RoundOperation): void {
  expect(after.seats.slice(0, before.seats.length).map(({ id }) => id)).toEqual(before.seats.map(({ id }) => id));
  expect(Math.max(...after.seats.map(({ id }) => id))).toBeLessThan(after.nextSeat);
  before.seats.forEach((seat, index) => {
    const isRetracted = operation.op === 'retract' && operation.seat === seat.id;
    if (FINAL.includes(seat.status) && !isRetracted) expect(after.seats[index]?.status).toBe(seat.status);
    if (seat.status === 'removed') expect(after.seats[index]).toEqual(seat);
  });
}

function expectSound(round: Round): void {
  const { rule, seats } = round;
  const votes = tally(round);
  const voters = seats.filter(({ parent, status }) => parent === null && status !== 'removed');
  expect(votes.approve + votes.reject + votes.abstain + votes.open).toBe(voters.length);
  expect(voters.length).toBeGreaterThan(0);
  const named = voters.map(({ userId }) => userId).filter((userId) => userId !== 0);
  expect(new Set(named).size).toBe(named.length);
  if (round.decision !== null) return;
  expect(openSeats(round).length).toBeGreaterThan(0);
  for (const seat of seats) {
    const below = seats.filter(({ parent }) => parent === seat.id).filter(isActive);
    if (isActive(seat)) expect(below.length > 0).toBe(seat.status === 'paused');
    else expect(below).toEqual([]);
  }
  if (rule.order === 'parallel' || rule.mode === 'one' || rule.mode === 'random') return;
  for (const parent of new Set(seats.map((seat) => seat.parent))) {
    const standing = seats.filter((seat) => seat.parent === parent && isActive(seat) && seat.status !== 'waiting');
    expect(standing.length).toBeLessThanOrEqual(1);
  }
}

/** 撤回 of the deciding vote leads back to where the votes stood before it. */
function expectUndone(before: Round, decided: Round, seat: number): void {
  const undone = reopenSeat(decided, seat);
  expect(undone).toMatchObject({ ok: true, decision: null });
  if (undone.ok) expect(tally(undone.round)).toEqual(tally(before));
}

interface Draw {
  readonly kind: number;
  readonly seat: number;
  readonly other: number;
  readonly vote: (typeof ROUND_VOTES)[number];
}

function draws(): fc.Arbitrary<Draw> {
  return fc.record({
    kind: fc.nat({ max: 13 }),
    seat: fc.nat(),
    other: fc.integer({ min: 1, max: 9 }),
    vote: fc.constantFrom(...ROUND_VOTES),
  });
}

/** Mostly on seats whose turn it is. */
function operationOf(round: Round, { kind, seat: number, other, vote }: Draw): RoundOperation {
  const pool = kind % 3 === 0 ? round.seats : openSeats(round);
  const { id: seat, userId } = pool[number % Math.max(1, pool.length)] ?? { id: 1, userId: 0 };
  const by = userId === 0 ? { by: (number % 9) + 1 } : {};
  const to = person(other);
  const signers = [to, person((other % 9) + 1)].slice(0, (number % 2) + 1);
  switch (kind) {
    case 0:
      return { op: 'claim', seat, userId: other };
    case 1:
      return { op: 'release', seat };
    case 2:
      return { op: 'transfer', seat, to, ...by };
    case 3:
    case 4:
      return { op: 'delegate', seat, to, ...by };
    case 5:
    case 6:
      return { op: 'resolve', seat };
    case 7:
      return { op: 'addBefore', seat, signers, ...by };
    case 8:
      return { op: 'addAfter', seat, signers, vote, ...by };
    case 9:
      return { op: 'remove', seats: [seat] };
    case 10:
      return { op: 'retract', seat: round.seats[number % round.seats.length]?.id ?? 0 };
    default:
      return { op: 'vote', seat, vote, ...by };
  }
}

function person(userId: number): RoundPerson {
  return { userId, organisationId: 1, role: `r${userId % 3}` };
}

function persons(): fc.Arbitrary<RoundPerson[]> {
  const pool = fc.integer({ min: 0, max: 2 }).map((role) => ({ userId: 0, organisationId: 1, role: `r${role}` }));
  const one = fc.integer({ min: 1, max: 6 }).map(person);
  return fc.array(fc.oneof(one, one, one, pool), { minLength: 1, maxLength: 6 });
}

function rules(): fc.Arbitrary<SignSpec> {
  return fc
    .record({
      mode: fc.constantFrom(...SIGN_MODES),
      order: fc.constantFrom(...SIGN_ORDERS),
      decideEarly: fc.boolean(),
      onReject: fc.constantFrom('decides', 'counts' as const),
      abstain: fc.constantFrom(...ABSTAIN_RULES),
      onAddedReject: fc.constantFrom('rejects', 'advises' as const),
      delegationDepth: fc.nat({ max: 2 }),
    })
    .map(({ mode, ...rest }) => ({ ...usualSign(mode), ...rest, weights: { r1: 2, r2: 3 } }));
}

/** So that a reducer that writes into its argument fails. */
function frozen(round: Round): Round {
  round.seats.forEach((seat) => Object.freeze(seat));
  Object.freeze(round.seats);
  return Object.freeze(round);
}
