import { type Caller, may } from '#libs/identity';
import { OVERSEE } from '../inbox/inbox.reader.js';
import type { Supervision } from './supervision.js';

type Sides = Pick<Supervision, 'organisationId' | 'role' | 'subjectId'>;

/** Holds the post that the ladder named. */
export function isSuperior({ organisationId, roles }: Caller, supervision: Sides): boolean {
  return supervision.organisationId === organisationId && roles.includes(supervision.role);
}

/** The superior's post, and who looks after the tasks of the organisation supervised; people of the task are asked apart. */
export function mayLookAt(caller: Caller, supervision: Sides): boolean {
  return isSuperior(caller, supervision) || (supervision.subjectId === caller.organisationId && may(caller, OVERSEE));
}
