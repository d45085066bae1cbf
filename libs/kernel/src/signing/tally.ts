import type { Round, Seat } from './round.types.js';

/** Votes of the assigned seats: how many, and how much they weigh. */
export interface Tally {
  readonly approve: number;
  readonly reject: number;
  readonly abstain: number;
  /** Seats that have not voted yet. */
  readonly open: number;
  readonly approveWeight: number;
  readonly rejectWeight: number;
  readonly abstainWeight: number;
  readonly openWeight: number;
}

const ACTIVE: readonly Seat['status'][] = ['waiting', 'open', 'paused'];

/** Whether the seat still has something to say. */
export function isActive({ status }: Seat): boolean {
  return ACTIVE.includes(status);
}

/** The votes as they stand. */
export function tally({ seats }: Pick<Round, 'seats'>): Tally {
  const voters = seats.filter(({ parent, status }) => parent === null && status !== 'removed');
  const approving = voters.filter(({ status }) => status === 'approved');
  const rejecting = voters.filter(({ status }) => status === 'rejected');
  const abstaining = voters.filter(({ status }) => status === 'abstained');
  const open = voters.filter(isActive);
  return {
    approve: approving.length,
    reject: rejecting.length,
    abstain: abstaining.length,
    open: open.length,
    approveWeight: weightOf(approving),
    rejectWeight: weightOf(rejecting),
    abstainWeight: weightOf(abstaining),
    openWeight: weightOf(open),
  };
}

function weightOf(seats: readonly Seat[]): number {
  return seats.reduce((sum, { weight }) => sum + weight, 0);
}
