import type { Caller } from '#libs/identity';
import type { Actor, PartyRole } from '#libs/kernel';
import type { TaskRow } from '../instances/case.rows.js';

/** Whether the caller is among those who may act on the task. */
export function isCandidate(task: Pick<TaskRow, 'candidates'>, caller: Caller): boolean {
  return task.candidates.some(
    (candidate) =>
      candidate.organisationId === caller.organisationId &&
      (candidate.userId === 0 ? caller.roles.includes(candidate.role) : candidate.userId === caller.userId),
  );
}

/** Whether the caller has that role in one of those organisations. */
export function holds(caller: Caller, party: PartyRole, organisations: readonly number[]): boolean {
  return organisations.includes(caller.organisationId) && caller.roles.includes(party.role);
}

export function actorOf(caller: Caller): Actor {
  return { userId: caller.userId, organisationId: caller.organisationId };
}
