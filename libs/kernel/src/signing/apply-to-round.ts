import { addSigners, claim, delegate, release, resolve, seize, transfer } from './hand-over.js';
import { reopenAbove, retract } from './retract.js';
import { RoundDraft } from './round-draft.js';
import type {
  RemoveSigners,
  Round,
  RoundOperation,
  RoundOutcome,
  RoundRefusal,
  Seat,
  VoteOperation,
} from './round.types.js';
import { settle } from './settle.js';

/** Works an operation into the round, or says why not. The same round and operation give the same outcome, always. */
export function applyToRound(round: Round, operation: RoundOperation): RoundOutcome {
  if (round.decision !== null) return { ok: false, refusal: 'decided' };
  const draft = new RoundDraft(round);
  const refusal = work(draft, operation);
  return refusal === null ? settled(draft) : { ok: false, refusal };
}

/** 撤回 of the vote that decided: its decision is undone, and its person may vote anew. */
export function reopenSeat(round: Round, id: number): RoundOutcome {
  const draft = new RoundDraft({ ...round, decision: null });
  const seat = draft.seat(id);
  if (seat === undefined) return { ok: false, refusal: 'unknown-seat' };
  reopenAbove(draft, seat);
  const refusal = retract(draft, id);
  if (refusal !== null) return { ok: false, refusal };
  const outcome = settled(draft);
  return outcome.ok && outcome.decision !== null ? { ok: false, refusal: 'decided' } : outcome;
}

/** Those whose turn it is; nobody's once the round is decided. */
export function openSeats({ seats, decision }: Round): readonly Seat[] {
  return decision === null ? seats.filter(({ status }) => status === 'open') : [];
}

function settled(draft: RoundDraft): RoundOutcome {
  const round = settle(draft);
  return { ok: true, round, decision: round.decision };
}

function work(draft: RoundDraft, operation: RoundOperation): RoundRefusal | null {
  switch (operation.op) {
    case 'vote':
      return vote(draft, operation);
    case 'claim':
      return claim(draft, operation.seat, operation.userId);
    case 'release':
      return release(draft, operation.seat);
    case 'transfer':
      return transfer(draft, operation);
    case 'delegate':
      return delegate(draft, operation);
    case 'resolve':
      return resolve(draft, operation.seat);
    case 'addBefore':
    case 'addAfter':
      return addSigners(draft, operation);
    case 'remove':
      return remove(draft, operation);
    case 'retract':
      return retract(draft, operation.seat);
  }
}

function vote(draft: RoundDraft, operation: VoteOperation): RoundRefusal | null {
  const seat = draft.open(operation.seat);
  if (typeof seat === 'string') return seat;
  if (seat.origin === 'delegate') return 'delegated';
  if (operation.vote === 'abstain' && draft.rule.abstain === 'refused') return 'abstain-refused';
  const refusal = seat.userId === 0 ? refuseTwice(draft, { ...seat, userId: operation.by ?? 0 }) : null;
  if (refusal !== null) return refusal;
  draft.finish(seize(draft, seat, operation.by), operation.vote);
  return null;
}

/** Nobody votes for a pool besides a vote of one's own. */
function refuseTwice(draft: RoundDraft, voter: Seat): RoundRefusal | null {
  if (draft.hasVoted(voter)) return 'voted';
  return voter.userId !== 0 && draft.hasActive(voter) ? 'already-signer' : null;
}

/** 减签: people who have not acted yet. */
function remove(draft: RoundDraft, { seats }: RemoveSigners): RoundRefusal | null {
  if (seats.length === 0) return 'nobody';
  for (const id of seats) {
    const seat = draft.active(id);
    if (typeof seat === 'string') return seat;
    if (seat.held !== null) return 'voted';
    draft.removeBelow(id);
    draft.change(id, { status: 'removed' });
  }
  return draft.childrenOf(null).every(({ status }) => status === 'removed') ? 'last-signer' : null;
}
