import type { Caller, OrganisationDirectory } from '#libs/identity';
import {
  type JsonObject,
  openRound,
  openSeats,
  type Round,
  type Signatory,
  type Seat,
  type TaskSpec,
} from '#libs/kernel';
import type { Candidate, TaskRow } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { changeHands } from '../tasks/task.hands.js';
import { type StoredRound, writeStoredRound } from './stored.round.js';

/** A person with what makes it a signer: its own seats, and those of its roles in its organisation. */
export interface Signer {
  readonly userId: number;
  readonly organisationId: number;
  readonly roles: readonly string[];
}

/** The round that stands; a plain task becomes a round of its candidates when somebody first operates on it. */
export function roundOf(task: Pick<TaskRow, 'round' | 'candidates'>, spec: TaskSpec | undefined): StoredRound {
  return task.round ?? { round: openRound(spec?.sign, task.candidates), held: {} };
}

/** Who signs: in the order of the definition, each once. */
export function openStoredRound(spec: TaskSpec, persons: readonly Signatory[]): StoredRound {
  return { round: openRound(spec.sign, persons), held: {} };
}

/** Those whose turn it is: they have the task in their inbox. */
export function candidatesOf(round: Round): readonly Candidate[] {
  return openSeats(round).map(({ organisationId, role, userId }) => ({ organisationId, role, userId }));
}

/** The open seat of a person: its own before that of a pool. */
export function openSeatOf(round: Round, signer: Signer): Seat | undefined {
  const open = openSeats(round);
  return open.find((seat) => seat.userId === signer.userId) ?? open.find((seat) => isOfPool(seat, signer));
}

function isOfPool(seat: Seat, signer: Signer): boolean {
  return seat.userId === 0 && seat.organisationId === signer.organisationId && signer.roles.includes(seat.role);
}

/** Whose seat counts: the caller's own, or that of the person for whom it acts. */
export function signerFor(tx: CaseTransaction, caller: Caller, directory: OrganisationDirectory): Signer {
  const principal = tx.onBehalfOf === null ? null : directory.user(tx.onBehalfOf);
  if (principal === null) return caller;
  return { userId: principal.id, organisationId: principal.organisationId, roles: principal.roles };
}

/** Writes the round and hands the task to those whose turn it is; gives what history says of it. */
export function storeRound(tx: CaseTransaction, task: TaskRow, stored: StoredRound): JsonObject {
  const kept = { ...task, round: stored };
  tx.tasks.set(task.id, kept);
  tx.write('UPDATE engine_task SET round = ? WHERE id = ?', [writeStoredRound(stored), task.id]);
  // A decided round keeps its people: whoever takes the decision back finds them.
  if (stored.round.decision !== null) return {};
  const hands = changeHands(tx, kept, candidatesOf(stored.round));
  return hands ? { reassigned: [hands] } : {};
}
