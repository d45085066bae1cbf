import { applyToRound, type RepeatRule, type Round, type TaskSpec, usualSign } from '#libs/kernel';
import type { Candidate } from '../instances/case.rows.js';
import { candidatesOf, openSeatOf } from '../signing/round.keeper.js';
import type { Assignment, AssignmentScope } from './assignment.js';

/** 去重: whoever has approved before is not asked again; the history says on whose approval the step was passed. */
export async function withoutRepeats(
  scope: AssignmentScope,
  assignment: Assignment,
  { repeat = 'ask', sign }: TaskSpec,
): Promise<Assignment> {
  if (repeat === 'ask') return assignment;
  const { events } = sign ?? usualSign('one');
  const approvers = await approversOf(scope, repeat, events.approve);
  if (assignment.round) return passSeats(assignment, assignment.round.round, approvers);
  const passed = assignment.candidates.filter(({ userId }) => approvers.has(userId));
  if (passed.length === 0) return assignment;
  return { ...assignment, pass: { event: events.approve, reason: 'repeat', users: passed.map(userOf) } };
}

/**
 * Those who have just approved, or who have approved anything in this instance since work was last sent back: what was
 * approved before that was something else.
 */
async function approversOf(
  { tx, instance, pending }: AssignmentScope,
  rule: RepeatRule,
  approve: string,
): Promise<ReadonlySet<number>> {
  const { event } = pending;
  const isApproval = pending.kind === 'acted' && event.kind === 'event' && event.name === approve;
  const acting = isApproval && pending.instanceId === instance.id ? [tx.onBehalfOf ?? tx.frame.actor?.userId] : [];
  const now = acting.flatMap((id) => id ?? []);
  if (rule === 'consecutive') return new Set(now);
  const rows: { id: number }[] = await tx.manager.query(
    `SELECT COALESCE(closed_on_behalf_of, closed_by) AS id FROM engine_task
       WHERE instance_id = ? AND status = 'done' AND closed_by IS NOT NULL AND closed_event = ? AND closed_seq > (${SENT_BACK})
     UNION SELECT COALESCE(on_behalf_of, user_id) FROM engine_vote
       WHERE instance_id = ? AND vote = 'approve' AND seq > (${SENT_BACK})`,
    [instance.id, approve, tx.root.id, instance.id, instance.id, tx.root.id, instance.id],
  );
  return new Set([...now, ...rows.map(({ id }) => Number(id))]);
}

const SENT_BACK = `SELECT COALESCE(MAX(seq), 0) FROM engine_history
  WHERE root_id = ? AND instance_id = ? AND kind IN ('returned', 'rejected', 'withdrawn')`;

function passSeats(assignment: Assignment, opened: Round, approvers: ReadonlySet<number>): Assignment {
  let round = opened;
  const users: number[] = [];
  for (const userId of approvers) {
    const seat = openSeatOf(round, { userId, organisationId: 0, roles: [] });
    const outcome = seat && applyToRound(round, { op: 'vote', seat: seat.id, vote: 'approve', by: userId });
    if (!outcome?.ok) continue;
    ({ round } = outcome);
    users.push(userId);
  }
  if (users.length === 0) return assignment;
  const passed = { ...assignment, passed: users, round: { round, held: {} } };
  if (round.decision === null) return { ...passed, candidates: candidatesOf(round) };
  return { ...passed, pass: { event: round.rule.events[round.decision], reason: 'repeat', users } };
}

function userOf({ userId }: Candidate): number {
  return userId;
}
