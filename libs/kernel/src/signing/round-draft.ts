import type { SignSpec } from '../definition/sign-spec.js';
import type { Round, RoundPerson, RoundRefusal, RoundVote, Seat, SeatOrigin, SeatStatus } from './round.types.js';
import { isActive } from './tally.js';

/** More seats than this in one round are refused; those that are closed count too. */
export const MAX_SEATS = 1_000;

const STATUS_OF: Readonly<Record<RoundVote, SeatStatus>> = {
  approve: 'approved',
  reject: 'rejected',
  abstain: 'abstained',
};

/** A round while an operation is worked into it. */
export class RoundDraft {
  readonly rule: SignSpec;
  private readonly byId: Map<number, Seat>;
  private nextSeat: number;

  constructor(round: Round) {
    this.rule = round.rule;
    this.byId = new Map(round.seats.map((seat) => [seat.id, seat]));
    this.nextSeat = round.nextSeat;
  }

  get seats(): readonly Seat[] {
    return [...this.byId.values()];
  }

  /** A person alone decides: who takes the task takes it from the others. */
  get isSingle(): boolean {
    return this.rule.mode === 'one' || this.rule.mode === 'random';
  }

  get isSequential(): boolean {
    return this.rule.order === 'sequential' && !this.isSingle;
  }

  seat(id: number): Seat | undefined {
    return this.byId.get(id);
  }

  /** The seat, if it is its person's turn. */
  open(id: number): Seat | RoundRefusal {
    const seat = this.byId.get(id);
    if (seat === undefined || seat.status === 'removed') return 'unknown-seat';
    if (seat.status === 'open') return seat;
    if (seat.status === 'waiting') return 'not-your-turn';
    return seat.status === 'paused' ? 'paused' : 'voted';
  }

  /** The seat, if it still has something to say, now or later. */
  active(id: number): Seat | RoundRefusal {
    const seat = this.byId.get(id);
    if (seat === undefined || seat.status === 'removed') return 'unknown-seat';
    return isActive(seat) ? seat : 'voted';
  }

  change(id: number, change: Partial<Seat>): void {
    const seat = this.byId.get(id);
    if (seat !== undefined) this.byId.set(id, { ...seat, ...change });
  }

  /** Seats that are asked by another, in the order of their list; they stand after those asked earlier. */
  ask(parent: Seat, persons: readonly RoundPerson[], origin: SeatOrigin): void {
    const first = Math.max(-1, ...this.childrenOf(parent.id).map(({ position }) => position)) + 1;
    persons.forEach((person, index) => {
      this.add({ ...plainSeat(person), position: first + index, origin, parent: parent.id });
    });
  }

  add(seat: Omit<Seat, 'id'>): void {
    this.byId.set(this.nextSeat, { ...seat, id: this.nextSeat });
    this.nextSeat += 1;
  }

  childrenOf(id: number | null): readonly Seat[] {
    return this.seats.filter(({ parent }) => parent === id);
  }

  /** Whether somebody with the same name still has a say. */
  hasActive(person: RoundPerson): boolean {
    return this.seats.some((seat) => isActive(seat) && isSamePerson(seat, person));
  }

  /** Whether the person has voted in an assigned seat: nobody has two votes. */
  hasVoted({ userId }: RoundPerson): boolean {
    if (userId === 0) return false;
    return this.childrenOf(null).some((seat) => seat.userId === userId && seat.status !== 'removed' && !isActive(seat));
  }

  hasRoomFor(count: number): boolean {
    return this.byId.size + count <= MAX_SEATS;
  }

  /** Closes what was asked for this seat and not answered yet. */
  removeBelow(id: number): void {
    for (const child of this.childrenOf(id)) {
      this.removeBelow(child.id);
      if (isActive(child)) this.change(child.id, { status: 'removed' });
    }
  }

  /** The vote of a seat is final; the rejection of an added signer reaches the seat that asked. */
  finish(seat: Seat, vote: RoundVote): void {
    this.change(seat.id, { status: STATUS_OF[vote] });
    this.removeBelow(seat.id);
    const parent = seat.parent === null ? undefined : this.byId.get(seat.parent);
    if (parent === undefined || vote !== 'reject') return;
    if (this.rule.onAddedReject === 'rejects' && parent.origin !== 'delegate') this.finish(parent, 'reject');
    else this.change(parent.id, { held: null });
  }

  done(decision: Round['decision']): Round {
    return { rule: this.rule, seats: this.seats, nextSeat: this.nextSeat, decision };
  }
}

/** A seat that nothing happened to yet. */
export function plainSeat(person: RoundPerson): Omit<Seat, 'id'> {
  return {
    userId: person.userId,
    organisationId: person.organisationId,
    role: person.role,
    position: 0,
    weight: 1,
    status: 'waiting',
    origin: 'assigned',
    parent: null,
    held: null,
    transfers: 0,
    isPool: person.userId === 0,
    isClaimed: false,
  };
}

/** The same person, or the same role in the same organisation. */
export function isSamePerson(one: RoundPerson, other: RoundPerson): boolean {
  if (one.userId !== 0 || other.userId !== 0) return one.userId === other.userId;
  return one.organisationId === other.organisationId && one.role === other.role;
}
