import { describe, expect, it } from '@jest/globals';
import { type SignSpec, usualSign } from '../definition/sign-spec.js';
import { applyToRound, openSeats, reopenSeat } from './apply-to-round.js';
import { openRound } from './open-round.js';
import type { Round, RoundOperation, RoundPerson, RoundRefusal } from './round.types.js';

const [A, B, C, D, E] = [1, 2, 3, 4, 5] as const;
const POOL: RoundPerson = { userId: 0, organisationId: 1, role: 'officer' };

function person(userId: number): RoundPerson {
  return { userId, organisationId: 1, role: 'officer' };
}

function people(...ids: readonly number[]): readonly RoundPerson[] {
  return ids.map(person);
}

/** A round that is told what people do; seats are named by who sits on them. */
class Story {
  round: Round;

  constructor(rule: Partial<SignSpec> & Pick<SignSpec, 'mode'>, persons: readonly RoundPerson[]) {
    this.round = openRound({ ...usualSign(rule.mode), ...rule }, persons);
  }

  /** The open seat of the person, else the last one. */
  seatOf(userId: number): number {
    const seats = this.round.seats.filter((seat) => seat.userId === userId);
    return (seats.find(({ status }) => status === 'open') ?? seats.at(-1))?.id ?? 0;
  }

  does(operation: RoundOperation): this {
    const outcome = applyToRound(this.round, operation);
    if (!outcome.ok) throw new TypeError(`${JSON.stringify(operation)}: ${outcome.refusal}`);
    this.round = outcome.round;
    return this;
  }

  refuses(operation: RoundOperation): RoundRefusal | null {
    const outcome = applyToRound(this.round, operation);
    return outcome.ok ? null : outcome.refusal;
  }

  approves(...users: readonly number[]): this {
    for (const user of users) this.does({ op: 'vote', seat: this.seatOf(user), vote: 'approve' });
    return this;
  }

  rejects(user: number): this {
    return this.does({ op: 'vote', seat: this.seatOf(user), vote: 'reject' });
  }

  delegates(user: number, to: number): this {
    return this.does({ op: 'delegate', seat: this.seatOf(user), to: person(to) });
  }

  asksBefore(user: number, ...signers: readonly number[]): this {
    return this.does({ op: 'addBefore', seat: this.seatOf(user), signers: people(...signers) });
  }

  asksAfter(user: number, ...signers: readonly number[]): this {
    return this.does({ op: 'addAfter', seat: this.seatOf(user), vote: 'approve', signers: people(...signers) });
  }

  get todo(): readonly number[] {
    return openSeats(this.round).map(({ userId }) => userId);
  }

  get decision(): string | null {
    return this.round.decision;
  }
}

describe('a round', () => {
  it('takes each person once', () => {
    expect(new Story({ mode: 'all' }, [...people(A, B, A), POOL, POOL]).todo).toEqual([A, B, 0]);
  });

  it('asks one after the other where the order says so', () => {
    const story = new Story({ mode: 'all', order: 'sequential' }, people(A, B, C));
    expect(story.todo).toEqual([A]);
    expect(story.refuses({ op: 'vote', seat: story.seatOf(B), vote: 'approve' })).toBe('not-your-turn');
    expect(story.approves(A).todo).toEqual([B]);
    expect(story.approves(B, C).decision).toBe('approve');
  });

  it('refuses everything once it is decided', () => {
    const story = new Story({ mode: 'any' }, people(A, B)).approves(A);
    expect(story.decision).toBe('approve');
    expect(story.todo).toEqual([]);
    expect(story.refuses({ op: 'vote', seat: story.seatOf(B), vote: 'reject' })).toBe('decided');
    expect(story.refuses({ op: 'retract', seat: story.seatOf(A) })).toBe('decided');
  });

  it('takes one vote of each seat, and an abstention only where the rule knows it', () => {
    const story = new Story({ mode: 'all' }, people(A, B)).approves(A);
    expect(story.refuses({ op: 'vote', seat: story.seatOf(A), vote: 'reject' })).toBe('voted');
    expect(story.refuses({ op: 'vote', seat: story.seatOf(B), vote: 'abstain' })).toBe('abstain-refused');
    expect(story.refuses({ op: 'vote', seat: 99, vote: 'approve' })).toBe('unknown-seat');
  });

  it('keeps to the one who was drawn', () => {
    expect(new Story({ mode: 'random' }, people(B, A, C)).todo).toEqual([B]);
  });
});

describe('认领', () => {
  it('takes the task from the others where one decides alone, and gives it back', () => {
    const other: RoundPerson = { ...POOL, role: 'leader' };
    const story = new Story({ mode: 'one' }, [POOL, other]);
    const [seat] = story.round.seats;
    expect(story.does({ op: 'claim', seat: seat?.id ?? 0, userId: A }).todo).toEqual([A]);
    expect(story.refuses({ op: 'claim', seat: seat?.id ?? 0, userId: B })).toBe('already-claimed');
    expect(story.does({ op: 'release', seat: seat?.id ?? 0 }).todo).toEqual([0, 0]);
    expect(story.refuses({ op: 'release', seat: seat?.id ?? 0 })).toBe('not-claimed');
  });

  it('gives nobody two votes', () => {
    const story = new Story({ mode: 'all' }, [person(A), POOL]);
    const pool = story.round.seats.find(({ isPool }) => isPool)?.id ?? 0;
    expect(story.refuses({ op: 'claim', seat: pool, userId: A })).toBe('already-signer');
    expect(story.refuses({ op: 'vote', seat: pool, by: A, vote: 'approve' })).toBe('already-signer');
    story.approves(A);
    expect(story.refuses({ op: 'vote', seat: pool, by: A, vote: 'approve' })).toBe('voted');
    expect(story.does({ op: 'vote', seat: pool, by: B, vote: 'approve' }).decision).toBe('approve');
  });
});

describe('转办', () => {
  it('puts another in one’s place, as often as the rule allows', () => {
    const story = new Story({ mode: 'all', maxTransfers: 2 }, people(A, B));
    story.does({ op: 'transfer', seat: story.seatOf(A), to: person(C) });
    expect(story.todo).toEqual([C, B]);
    story.does({ op: 'transfer', seat: story.seatOf(C), to: person(A) });
    expect(story.refuses({ op: 'transfer', seat: story.seatOf(A), to: person(D) })).toBe('too-many-transfers');
  });

  it('replaces whoever leaves, wherever one stands', () => {
    const story = new Story({ mode: 'all', order: 'sequential' }, people(A, B)).asksAfter(A, C);
    story.does({ op: 'transfer', seat: story.seatOf(B), to: person(D) });
    story.does({ op: 'transfer', seat: story.seatOf(A), to: person(E) });
    expect(story.todo).toEqual([C]);
    expect(story.approves(C).todo).toEqual([D]);
    expect(story.approves(D).decision).toBe('approve');
    expect(story.refuses({ op: 'transfer', seat: story.seatOf(A), to: person(B) })).toBe('decided');
  });

  it('goes neither to oneself nor to somebody who signs already or has signed', () => {
    const story = new Story({ mode: 'all' }, people(A, B, C));
    expect(story.refuses({ op: 'transfer', seat: story.seatOf(A), to: person(A) })).toBe('oneself');
    expect(story.refuses({ op: 'transfer', seat: story.seatOf(A), to: person(B) })).toBe('already-signer');
    story.approves(B);
    expect(story.refuses({ op: 'transfer', seat: story.seatOf(A), to: person(B) })).toBe('already-signer');
  });
});

describe('委派', () => {
  it('gives the task to another and back', () => {
    const story = new Story({ mode: 'all' }, people(A, B)).delegates(A, C);
    expect(story.todo).toEqual([B, C]);
    expect(story.refuses({ op: 'vote', seat: story.seatOf(A), vote: 'approve' })).toBe('paused');
    expect(story.refuses({ op: 'vote', seat: story.seatOf(C), vote: 'approve' })).toBe('delegated');
    story.does({ op: 'resolve', seat: story.seatOf(C) });
    expect(story.todo).toEqual([A, B]);
    expect(story.refuses({ op: 'resolve', seat: story.seatOf(A) })).toBe('not-delegated');
  });

  it('goes as deep as the rule allows, and never in a circle', () => {
    const shallow = new Story({ mode: 'one' }, people(A)).delegates(A, B);
    expect(shallow.refuses({ op: 'delegate', seat: shallow.seatOf(B), to: person(C) })).toBe('too-deep');
    const deep = new Story({ mode: 'one', delegationDepth: 2 }, people(A)).delegates(A, B);
    expect(deep.refuses({ op: 'delegate', seat: deep.seatOf(B), to: person(A) })).toBe('already-signer');
    expect(deep.delegates(B, C).todo).toEqual([C]);
    expect(deep.does({ op: 'resolve', seat: deep.seatOf(C) }).todo).toEqual([B]);
    expect(deep.does({ op: 'resolve', seat: deep.seatOf(B) }).todo).toEqual([A]);
  });
});

describe('加签', () => {
  it('before: the others sign first, then the one who asked', () => {
    const story = new Story({ mode: 'all' }, people(A)).asksBefore(A, B, C);
    expect(story.todo).toEqual([B, C]);
    expect(story.approves(B, C).todo).toEqual([A]);
    expect(story.approves(A).decision).toBe('approve');
  });

  it('after: the vote is cast when the others have signed', () => {
    const story = new Story({ mode: 'all' }, people(A)).asksAfter(A, B, C);
    expect(story.todo).toEqual([B, C]);
    expect(story.approves(B).decision).toBeNull();
    expect(story.approves(C).decision).toBe('approve');
  });

  it('goes in order where the round does', () => {
    const story = new Story({ mode: 'all', order: 'sequential' }, people(A, B)).asksAfter(A, C, D);
    expect(story.todo).toEqual([C]);
    expect(story.approves(C).todo).toEqual([D]);
    expect(story.approves(D).todo).toEqual([B]);
  });

  it('may be nested', () => {
    const story = new Story({ mode: 'all' }, people(A)).asksBefore(A, B).asksAfter(B, C).asksBefore(C, D);
    expect(story.todo).toEqual([D]);
    expect(story.approves(D).todo).toEqual([C]);
    expect(story.approves(C).todo).toEqual([A]);
  });

  it('rejects for the one who asked, and closes what else was asked for it', () => {
    const story = new Story({ mode: 'any' }, people(A, B)).asksBefore(A, C, D).asksAfter(C, E).rejects(E);
    expect(story.decision).toBeNull();
    expect(story.todo).toEqual([B]);
    expect(story.rejects(B).decision).toBe('reject');
  });

  it('only advises where the rule says so: before, the one who asked decides', () => {
    const story = new Story({ mode: 'all', onAddedReject: 'advises' }, people(A)).asksBefore(A, B).rejects(B);
    expect(story.todo).toEqual([A]);
    expect(story.approves(A).decision).toBe('approve');
  });

  it('only advises where the rule says so: after, the vote is given back', () => {
    const story = new Story({ mode: 'one' }, people(A)).asksAfter(A, B, C).rejects(B).approves(C);
    expect(story.decision).toBeNull();
    expect(story.todo).toEqual([A]);
    expect(story.asksAfter(A, D).approves(D).decision).toBe('approve');
  });

  it('asks somebody, nobody twice, nobody who signs already, and not oneself', () => {
    const story = new Story({ mode: 'all' }, people(A, B));
    const add = (signers: readonly RoundPerson[]) => story.refuses({ op: 'addBefore', seat: story.seatOf(A), signers });
    expect(add([])).toBe('nobody');
    expect(add(people(C, C))).toBe('already-signer');
    expect(add(people(B))).toBe('already-signer');
    expect(add(people(A))).toBe('oneself');
    expect(add(Array.from({ length: 1_000 }, (_, index) => person(index + 10)))).toBe('too-many-signers');
    story.approves(B);
    expect(add(people(B))).toBe('already-signer');
  });
});

describe('减签', () => {
  it('takes out who has not acted, and counts again', () => {
    const story = new Story({ mode: 'all' }, people(A, B, C)).approves(A, B);
    expect(story.refuses({ op: 'remove', seats: [story.seatOf(A)] })).toBe('voted');
    expect(story.does({ op: 'remove', seats: [story.seatOf(C)] }).decision).toBe('approve');
  });

  it('goes on with the one who asked when the added signers are gone', () => {
    const story = new Story({ mode: 'all' }, people(A, B)).asksAfter(A, C);
    story.does({ op: 'remove', seats: [story.seatOf(C)] });
    expect(story.todo).toEqual([B]);
    expect(story.approves(B).decision).toBe('approve');
  });

  it('keeps at least one signer', () => {
    const story = new Story({ mode: 'all' }, people(A, B));
    expect(story.refuses({ op: 'remove', seats: [story.seatOf(A), story.seatOf(B)] })).toBe('last-signer');
    expect(story.refuses({ op: 'remove', seats: [] })).toBe('nobody');
    expect(story.refuses({ op: 'remove', seats: [77] })).toBe('unknown-seat');
  });
});

describe('撤回 of a vote', () => {
  it('puts a new seat of the same person in its place', () => {
    const story = new Story({ mode: 'all' }, people(A, B)).approves(A);
    const old = story.seatOf(A);
    story.does({ op: 'retract', seat: old });
    expect(story.todo).toEqual([B, A]);
    expect(story.seatOf(A)).not.toBe(old);
    expect(story.refuses({ op: 'retract', seat: story.seatOf(A) })).toBe('not-voted');
    expect(story.approves(B, A).decision).toBe('approve');
  });

  it('ends in sequence when the next has acted', () => {
    const story = new Story({ mode: 'all', order: 'sequential' }, people(A, B, C)).approves(A);
    const first = story.seatOf(A);
    expect(story.does({ op: 'retract', seat: first }).todo).toEqual([A]);
    story.approves(A, B);
    expect(story.refuses({ op: 'retract', seat: story.seatOf(A) })).toBe('successor-acted');
  });

  it('takes a held vote back while no added signer has acted', () => {
    const story = new Story({ mode: 'all' }, people(A, B)).asksAfter(A, C, D);
    const early = new Story({ mode: 'all' }, people(A, B)).asksAfter(A, C, D);
    expect(early.does({ op: 'retract', seat: early.seatOf(A) }).todo).toEqual([B, A]);
    story.approves(C);
    expect(story.refuses({ op: 'retract', seat: story.seatOf(A) })).toBe('successor-acted');
  });

  it('asks an added signer again while the one who asked has not gone on', () => {
    const story = new Story({ mode: 'all' }, people(A, B)).asksBefore(A, C).approves(C);
    const seat = story.seatOf(C);
    expect(story.does({ op: 'retract', seat }).todo).toEqual([B, C]);
    story.approves(C, A);
    expect(story.refuses({ op: 'retract', seat: story.seatOf(C) })).toBe('successor-acted');
  });

  it('undoes a decision', () => {
    const story = new Story({ mode: 'all' }, people(A, B)).approves(A, B);
    const outcome = reopenSeat(story.round, story.seatOf(B));
    expect(outcome).toMatchObject({ ok: true, decision: null });
    if (outcome.ok) expect(openSeats(outcome.round).map(({ userId }) => userId)).toEqual([B]);
  });

  it('undoes the decision of an added signer together with the vote that it brought about', () => {
    const story = new Story({ mode: 'all' }, people(A)).asksAfter(A, B).approves(B);
    const outcome = reopenSeat(story.round, story.seatOf(B));
    expect(outcome).toMatchObject({ ok: true, decision: null });
    if (!outcome.ok) return;
    story.round = outcome.round;
    expect(story.todo).toEqual([B]);
    expect(story.approves(B).decision).toBe('approve');
  });
});
