import { Injectable } from '@nestjs/common';
import {
  applyToRound,
  type JsonObject,
  type Round,
  type RoundOperation,
  type RoundVote,
  type Seat,
  tally,
} from '#libs/kernel';
import { NotYourTaskError } from '../authority/authority.error.js';
import type { TaskRow } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { openSeatOf, type Signer, storeRound } from './round.keeper.js';
import { decidedAct, decidesAlone } from './decided.act.js';
import { OpinionOnlyError, RoundRefusedError } from './signing.error.js';
import type { HeldAct, StoredRound } from './stored.round.js';

/** One person's word on a task with a round. */
export interface Ballot extends HeldAct {
  readonly task: TaskRow;
  /** Whose seat counts: with 代理 the person for whom the actor acts. */
  readonly signer: Signer;
}

/** What the round says after a vote: the act that moves the process, or nothing yet. */
export type VoteOutcome =
  | { readonly decided: true; readonly act: HeldAct; readonly facts: JsonObject }
  | { readonly decided: false };

const VOTES = ['approve', 'reject', 'abstain'] as const satisfies readonly RoundVote[];

/** 表决: takes a vote into the round; the machine hears of it when the round decides. */
@Injectable()
export class VoteTaker {
  /** The vote that an event is for this person, or null when it acts at once. */
  voteOf({ task, signer }: Pick<Ballot, 'task' | 'signer'>, event: string): RoundVote | null {
    if (!task.round) return null;
    const { round } = task.round;
    const vote = VOTES.find((one) => round.rule.events[one] === event);
    if (vote) return vote;
    if (seatOf(round, { task, signer }).origin !== 'assigned') throw new OpinionOnlyError(task.title);
    return decidesAlone(round.rule) ? 'approve' : null;
  }

  cast(tx: CaseTransaction, ballot: Ballot, vote: RoundVote): VoteOutcome {
    const { task } = ballot;
    const before = standing(task);
    const seat = seatOf(before.round, ballot);
    const operation = operationOf(seat, vote, ballot.signer.userId);
    const outcome = applyToRound(before.round, operation);
    if (!outcome.ok) throw new RoundRefusedError(outcome.refusal, task.title);
    const { decision, round } = outcome;
    const seq = decision === null ? tx.nextSeq() : tx.root.seq + 1;
    this.enter(tx, ballot, { seat, vote, seq });
    const stored = { round, held: { ...before.held, [vote]: heldOf(ballot) } };
    const told = {
      state: task.state,
      seat: seat.id,
      vote,
      tally: { ...tally(round) },
      ...storeRound(tx, task, stored),
    };
    if (decision !== null) return { decided: true, act: decidedAct(stored, decision, ballot), facts: told };
    this.record(tx, ballot, { seq, told });
    return { decided: false };
  }

  /** The ledger: its key is the second lock against a vote that counts twice. */
  private enter(
    tx: CaseTransaction,
    { task, signer }: Ballot,
    { seat, vote, seq }: { readonly seat: Seat; readonly vote: RoundVote; readonly seq: number },
  ): void {
    tx.write(
      `INSERT INTO engine_vote (task_id, seat, root_id, instance_id, state, user_id, organisation_id, on_behalf_of, vote, at, seq)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        task.id,
        seat.id,
        tx.root.id,
        task.instanceId,
        task.state,
        tx.frame.actor?.userId ?? signer.userId,
        signer.organisationId,
        tx.onBehalfOf,
        vote,
        tx.advance(tx.frame.receivedAt),
        seq,
      ],
    );
  }

  private record(
    tx: CaseTransaction,
    { task, event, payload, comment }: Ballot,
    { seq, told }: { readonly seq: number; readonly told: JsonObject },
  ): void {
    tx.history.push({
      seq,
      instanceId: task.instanceId,
      kind: 'voted',
      at: tx.root.businessAt,
      actor: tx.frame.actor,
      taskId: task.id,
      event,
      facts: { ...told, ...(comment ? { comment } : {}) },
      payload,
    });
  }
}

/** A delegate gives the task back; everybody else votes. */
function operationOf({ id, origin }: Seat, vote: RoundVote, by: number): RoundOperation {
  return origin === 'delegate' ? { op: 'resolve', seat: id } : { op: 'vote', seat: id, vote, by };
}

function standing(task: TaskRow): StoredRound {
  if (!task.round) throw new RangeError(`task ${task.id} has no round`);
  return task.round;
}

function seatOf(round: Round, { task, signer }: Pick<Ballot, 'task' | 'signer'>): Seat {
  const seat = openSeatOf(round, signer);
  if (!seat) throw new NotYourTaskError(task.title, [...new Set(round.seats.map(({ role }) => role))].join('、'));
  return seat;
}

function heldOf({ event, payload, comment }: HeldAct): HeldAct {
  return { event, payload, comment };
}
