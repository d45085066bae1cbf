import type { RoundDecision, SignSpec } from '../definition/sign-spec.js';

/** A person, or whoever has the role in the organisation when `userId` is 0. */
export interface RoundPerson {
  readonly userId: number;
  readonly organisationId: number;
  readonly role: string;
}

export const ROUND_VOTES = ['approve', 'reject', 'abstain'] as const;
export type RoundVote = (typeof ROUND_VOTES)[number];

/**
 * `waiting`: not its turn yet; `open`: its person has the task; `paused`: others who were asked finish first;
 * `advised`: a delegate has finished and given it back; `removed`: 减签, or the seat was replaced.
 */
export const SEAT_STATUSES = [
  'waiting',
  'open',
  'paused',
  'approved',
  'rejected',
  'abstained',
  'advised',
  'removed',
] as const;
export type SeatStatus = (typeof SEAT_STATUSES)[number];

/** By the definition, by 前加签, by 后加签, by 委派. */
export const SEAT_ORIGINS = ['assigned', 'before', 'after', 'delegate'] as const;
export type SeatOrigin = (typeof SEAT_ORIGINS)[number];

/** 席位: one place of a round, which gives one vote at most. Its number is never used again. */
export interface Seat extends RoundPerson {
  readonly id: number;
  /** Its turn among the seats with the same parent. */
  readonly position: number;
  /** Counts only on assigned seats: added signers and delegates speak within the seat that asked them. */
  readonly weight: number;
  readonly status: SeatStatus;
  readonly origin: SeatOrigin;
  /** The seat that asked this one. */
  readonly parent: number | null;
  /** The vote that was given before later signers were asked (后加签); it is cast when they have finished. */
  readonly held: RoundVote | null;
  /** How often it was handed on (转办). */
  readonly transfers: number;
  /** Whether a release gives it back to whoever has the role. */
  readonly isPool: boolean;
  /** 认领: taken by its person; where one decides alone the others then lose the task. */
  readonly isClaimed: boolean;
}

/** 办理轮次: the state of the people on one open task. */
export interface Round {
  readonly rule: SignSpec;
  readonly seats: readonly Seat[];
  readonly nextSeat: number;
  /** A decided round takes no operation any more. */
  readonly decision: RoundDecision | null;
}

/** `by` is the person who acts: a seat of a pool becomes that person's. */
interface OnSeat {
  readonly seat: number;
  readonly by?: number;
}

export type VoteOperation = OnSeat & { readonly op: 'vote'; readonly vote: RoundVote };
export type HandOver = OnSeat & { readonly op: 'transfer' | 'delegate'; readonly to: RoundPerson };
export type AddSigners =
  | (OnSeat & { readonly op: 'addBefore'; readonly signers: readonly RoundPerson[] })
  | (OnSeat & { readonly op: 'addAfter'; readonly signers: readonly RoundPerson[]; readonly vote: RoundVote });
export type RemoveSigners = { readonly op: 'remove'; readonly seats: readonly number[] };

/** What may happen to a round. */
export type RoundOperation =
  | VoteOperation
  | { readonly op: 'claim'; readonly seat: number; readonly userId: number }
  | { readonly op: 'release'; readonly seat: number }
  | HandOver
  /** A delegate gives the task back to the one who delegated. */
  | { readonly op: 'resolve'; readonly seat: number }
  | AddSigners
  | RemoveSigners
  /** 撤回 of one's own vote while the round is undecided: a new seat of the same person stands in its place. */
  | { readonly op: 'retract'; readonly seat: number };

export const ROUND_REFUSALS = [
  'decided',
  'unknown-seat',
  'not-your-turn',
  'paused',
  'voted',
  'not-voted',
  'abstain-refused',
  'already-claimed',
  'not-claimed',
  'oneself',
  'already-signer',
  'too-many-transfers',
  'too-deep',
  'too-many-signers',
  'delegated',
  'not-delegated',
  'nobody',
  'last-signer',
  'successor-acted',
] as const;
/**
 * Why a round does not take an operation. `delegated`: a delegate gives the task back and does not vote;
 * `successor-acted`: somebody went on from the vote that is to be taken back.
 */
export type RoundRefusal = (typeof ROUND_REFUSALS)[number];

export type RoundOutcome =
  | { readonly ok: true; readonly round: Round; readonly decision: RoundDecision | null }
  | { readonly ok: false; readonly refusal: RoundRefusal };
