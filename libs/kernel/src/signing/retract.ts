import type { RoundDraft } from './round-draft.js';
import type { RoundRefusal, Seat } from './round.types.js';
import { isActive } from './tally.js';

/** 撤回 of a vote: the seat is closed, and a new one of the same person stands in its place. */
export function retract(draft: RoundDraft, id: number): RoundRefusal | null {
  const seat = draft.seat(id);
  if (seat === undefined || seat.status === 'removed') return 'unknown-seat';
  const parent = seat.parent === null ? undefined : draft.seat(seat.parent);
  if (isActive(seat) && !isHeld(seat)) return 'not-voted';
  if (hasSuccessor(draft, seat, parent)) return 'successor-acted';
  draft.change(id, { status: 'removed' });
  draft.removeBelow(id);
  const { id: _replaced, ...rest } = seat;
  draft.add({ ...rest, status: 'open', held: null });
  if (parent !== undefined) draft.change(parent.id, { status: 'paused' });
  return null;
}

/** Before the vote that decided is taken back: the votes that it brought about above it are open again. */
export function reopenAbove(draft: RoundDraft, seat: Seat): void {
  const parent = seat.parent === null ? undefined : draft.seat(seat.parent);
  if (parent === undefined) return;
  if (!isActive(parent)) draft.change(parent.id, { status: 'paused' });
  reopenAbove(draft, parent);
}

function isHeld({ status, held }: Seat): boolean {
  return status === 'paused' && held !== null;
}

function hasSuccessor(draft: RoundDraft, seat: Seat, parent: Seat | undefined): boolean {
  if (parent !== undefined && parent.status !== 'paused' && parent.status !== 'open') return true;
  if (isHeld(seat) && draft.childrenOf(seat.id).some((child) => child.origin === 'after' && hasActed(child)))
    return true;
  return (
    draft.isSequential &&
    draft.childrenOf(seat.parent).some((other) => other.position > seat.position && hasActed(other))
  );
}

function hasActed({ status }: Seat): boolean {
  return status !== 'waiting' && status !== 'open' && status !== 'removed';
}
