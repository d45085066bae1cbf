import type { RoundDraft } from './round-draft.js';
import { isSamePerson } from './round-draft.js';
import type { AddSigners, HandOver, RoundPerson, RoundRefusal, Seat } from './round.types.js';

/** The seat becomes the person's who acts on it; where one decides alone it is claimed with that. */
export function seize(draft: RoundDraft, seat: Seat, by: number | undefined): Seat {
  const userId = seat.userId === 0 && by !== undefined ? by : seat.userId;
  const isClaimed = seat.isClaimed || (draft.isSingle && seat.parent === null && userId !== 0);
  draft.change(seat.id, { userId, isClaimed });
  return { ...seat, userId, isClaimed };
}

/** 认领: a seat of a pool becomes a person's. */
export function claim(draft: RoundDraft, id: number, userId: number): RoundRefusal | null {
  const seat = draft.open(id);
  if (typeof seat === 'string') return seat;
  if (seat.isClaimed || (seat.userId !== 0 && seat.userId !== userId)) return 'already-claimed';
  if (seat.userId === 0 && takesPart(draft, { ...seat, userId })) return 'already-signer';
  draft.change(id, { userId, isClaimed: true });
  return null;
}

/** The opposite of a claim. */
export function release(draft: RoundDraft, id: number): RoundRefusal | null {
  const seat = draft.open(id);
  if (typeof seat === 'string') return seat;
  if (!seat.isClaimed) return 'not-claimed';
  draft.change(id, { userId: seat.isPool ? 0 : seat.userId, isClaimed: false });
  return null;
}

/** 转办: another person takes the seat over, whether its turn has come or not (离职转办). */
export function transfer(draft: RoundDraft, { seat: id, by, to }: HandOver): RoundRefusal | null {
  const seat = draft.active(id);
  if (typeof seat === 'string') return seat;
  const refusal = refuseNewcomer(draft, seat, { by, persons: [to] });
  if (refusal !== null) return refusal;
  if (seat.parent === null && draft.hasVoted(to)) return 'already-signer';
  if (seat.transfers >= draft.rule.maxTransfers) return 'too-many-transfers';
  if (seat.status === 'open') seize(draft, seat, by);
  const { userId, organisationId, role } = to;
  draft.change(id, { userId, organisationId, role, isPool: userId === 0, transfers: seat.transfers + 1 });
  return null;
}

/** 委派: another person works on it and gives it back. */
export function delegate(draft: RoundDraft, { seat: id, by, to }: HandOver): RoundRefusal | null {
  const seat = draft.open(id);
  if (typeof seat === 'string') return seat;
  const refusal = refuseNewcomer(draft, seat, { by, persons: [to] });
  if (refusal !== null) return refusal;
  if (delegationsAbove(draft, seat) >= draft.rule.delegationDepth) return 'too-deep';
  draft.ask(seize(draft, seat, by), [to], 'delegate');
  draft.change(id, { status: 'paused' });
  return null;
}

/** The delegate has finished. */
export function resolve(draft: RoundDraft, id: number): RoundRefusal | null {
  const seat = draft.open(id);
  if (typeof seat === 'string') return seat;
  if (seat.origin !== 'delegate') return 'not-delegated';
  draft.change(id, { status: 'advised' });
  return null;
}

/** 前加签 and 后加签: others are asked before the seat votes, or before its vote is cast. */
export function addSigners(draft: RoundDraft, operation: AddSigners): RoundRefusal | null {
  const { by, signers } = operation;
  const seat = draft.open(operation.seat);
  if (typeof seat === 'string') return seat;
  const held = operation.op === 'addAfter' ? operation.vote : null;
  if (held !== null && seat.origin === 'delegate') return 'delegated';
  if (held === 'abstain' && draft.rule.abstain === 'refused') return 'abstain-refused';
  const refusal = refuseNewcomer(draft, seat, { by, persons: signers });
  if (refusal !== null) return refusal;
  if (signers.some((person) => draft.hasVoted(person))) return 'already-signer';
  draft.ask(seize(draft, seat, by), signers, held === null ? 'before' : 'after');
  draft.change(seat.id, { status: 'paused', held });
  return null;
}

interface Newcomers {
  readonly by: number | undefined;
  readonly persons: readonly RoundPerson[];
}

function refuseNewcomer(draft: RoundDraft, seat: Seat, { by, persons }: Newcomers): RoundRefusal | null {
  if (persons.length === 0) return 'nobody';
  const isPool = seat.userId === 0 && by !== undefined;
  const actor = isPool ? { ...seat, userId: by } : seat;
  if (persons.some((person) => isSamePerson(person, actor))) return 'oneself';
  const isTwice = persons.some((person, index) => persons.slice(0, index).some((other) => isSamePerson(other, person)));
  const isElsewhere = persons.some((person) => draft.hasActive(person)) || (isPool && takesPart(draft, actor));
  if (isTwice || isElsewhere) return 'already-signer';
  return draft.hasRoomFor(persons.length) ? null : 'too-many-signers';
}

/** Whether the person has a say, or had it, elsewhere in the round. */
function takesPart(draft: RoundDraft, person: RoundPerson): boolean {
  return draft.hasActive(person) || draft.hasVoted(person);
}

function delegationsAbove(draft: RoundDraft, seat: Seat): number {
  const own = seat.origin === 'delegate' ? 1 : 0;
  const parent = seat.parent === null ? undefined : draft.seat(seat.parent);
  return parent === undefined ? own : own + delegationsAbove(draft, parent);
}
