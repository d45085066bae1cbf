import { openSeats, type Round, type Seat, type TaskOperation, type TaskSpec } from '#libs/kernel';
import { decidesAlone } from './decided.act.js';
import { openSeatOf, type Signer } from './round.keeper.js';

/** What a person may do in a round now. `vote`: the task's own actions; `opinion`: only agree or disagree. */
export const SEAT_OPERATIONS = [
  'vote',
  'opinion',
  'claim',
  'release',
  'transfer',
  'delegate',
  'add-before',
  'add-after',
  'remove-signer',
  'retract',
  'decline',
] as const;
export type SeatOperationName = (typeof SEAT_OPERATIONS)[number];

/** What the definition allows and the round permits the person now. */
export function possibleOperations(spec: TaskSpec, round: Round, signer: Signer): readonly SeatOperationName[] {
  if (round.decision !== null) return [];
  const allows = (word: TaskOperation): boolean => spec.allow.includes(word);
  const open = openSeatOf(round, signer);
  const own = round.seats.filter(({ userId, status }) => userId === signer.userId && status !== 'removed');
  return [
    ...(open ? ofOpenSeat(round, open, allows) : []),
    ...(allows('remove-signer') && own.length > 0 && removable(round, signer).length > 0
      ? ['remove-signer' as const]
      : []),
    ...(allows('withdraw') && own.some(hasVoted) ? ['retract' as const] : []),
  ];
}

/** Seats that may be taken out: those that have not spoken, but the person's own. */
export function removable({ seats }: Round, signer: Signer): readonly Seat[] {
  return seats.filter(({ status, userId }) => (status === 'open' || status === 'waiting') && userId !== signer.userId);
}

/** Only those may who have the task themselves. */
const ofAssigned = ['add-after', 'decline'] as const;

function ofOpenSeat(round: Round, seat: Seat, allows: (word: TaskOperation) => boolean): readonly SeatOperationName[] {
  const isShared = seat.userId === 0 || (decidesAlone(round.rule) && openSeats(round).length > 1);
  const possible: readonly (readonly [SeatOperationName, boolean])[] = [
    ['vote', seat.origin === 'assigned'],
    ['opinion', seat.origin !== 'assigned'],
    ['claim', allows('claim') && isShared && !seat.isClaimed],
    ['release', allows('claim') && seat.isClaimed && seat.isPool],
    ['transfer', allows('transfer') && seat.transfers < round.rule.maxTransfers],
    ['delegate', allows('delegate') && seat.origin !== 'delegate' && round.rule.delegationDepth > 0],
    ['add-before', allows('add-before')],
    ...ofAssigned.map((name) => [name, allows(name) && seat.origin === 'assigned'] as const),
  ];
  return possible.flatMap(([name, isPossible]) => (isPossible ? [name] : []));
}

function hasVoted({ status }: Seat): boolean {
  return status === 'approved' || status === 'rejected' || status === 'abstained';
}
