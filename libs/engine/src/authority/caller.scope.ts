import type { Caller } from '#libs/identity';
import type { Actor, PartyRole } from '#libs/kernel';
import type { Candidate, TaskRow } from '../instances/case.rows.js';

/** A person as far as candidates are about: the caller, or the one for whom it acts. */
export type Person = Pick<Caller, 'userId' | 'organisationId' | 'roles'>;

export function isMeant(candidate: Candidate, person: Person): boolean {
  if (candidate.organisationId !== person.organisationId) return false;
  return candidate.userId === 0 ? person.roles.includes(candidate.role) : candidate.userId === person.userId;
}

/** Whether the caller is among those who may act on the task, in its own name. */
export function isCandidate(task: Pick<TaskRow, 'candidates'>, caller: Person): boolean {
  return task.candidates.some((candidate) => isMeant(candidate, caller));
}

/** Whether the caller has that role in one of those organisations. */
export function holds(caller: Caller, party: PartyRole, organisations: readonly number[]): boolean {
  return organisations.includes(caller.organisationId) && caller.roles.includes(party.role);
}

export function actorOf(caller: Caller): Actor {
  return { userId: caller.userId, organisationId: caller.organisationId };
}
