import { decide } from './decide.js';
import type { RoundDraft } from './round-draft.js';
import type { Round, Seat } from './round.types.js';
import { isActive, tally } from './tally.js';

/** After an operation: who asked others and has their answers goes on, the next get their turn, the votes are counted. */
export function settle(draft: RoundDraft): Round {
  while (resumeOne(draft));
  for (const parent of new Set(draft.seats.map((seat) => seat.parent))) takeTurns(draft, parent);
  return draft.done(decide(draft.rule, tally(draft)));
}

function resumeOne(draft: RoundDraft): boolean {
  const answered = draft.seats.find((seat) => {
    return seat.status === 'paused' && !draft.childrenOf(seat.id).some(isActive);
  });
  if (answered === undefined) return false;
  if (answered.held === null) draft.change(answered.id, { status: 'open' });
  else draft.finish(answered, answered.held);
  return true;
}

/** Opens the seats below one parent whose turn it is, and lets the others wait. */
function takeTurns(draft: RoundDraft, parent: number | null): void {
  const active = draft.childrenOf(parent).filter(isActive);
  for (const seat of active) {
    if (seat.status === 'paused') continue;
    draft.change(seat.id, { status: hasTurn(draft, seat, active) ? 'open' : 'waiting' });
  }
}

function hasTurn(draft: RoundDraft, seat: Seat, active: readonly Seat[]): boolean {
  if (draft.isSingle) return seat.parent !== null || seat.isClaimed || !active.some(({ isClaimed }) => isClaimed);
  return !draft.isSequential || active.every(({ position }) => position >= seat.position);
}
