import type { RoundDecision, SignSpec } from '../definition/sign-spec.js';
import type { Tally } from './tally.js';

/**
 * What the votes come to, or null while that is open. With `decideEarly` it is known as soon as no vote that is still
 * open can change it. Looking at the three extremes (all the others approve, reject, abstain) is enough: an approval
 * never weighs less than an abstention, nor that less than a rejection, and everybody abstaining is an extreme itself.
 * Before the first vote nothing is decided, even where too few people are left for the threshold.
 */
export function decide(rule: SignSpec, votes: Tally): RoundDecision | null {
  if (votes.open === 0) return outcome(rule, votes);
  if (votes.approve + votes.reject + votes.abstain === 0) return null;
  const reached = reachedAtOnce(rule, votes);
  if (reached !== null || !rule.decideEarly) return reached;
  const possible = extremes(rule, votes).map((extreme) => reachedAtOnce(rule, extreme) ?? outcome(rule, extreme));
  const [first] = possible;
  return first !== undefined && possible.every((decision) => decision === first) ? first : null;
}

/** A threshold that holds from the moment in which it is reached: the side that reaches its own first has decided. */
function reachedAtOnce(rule: SignSpec, votes: Tally): RoundDecision | null {
  if (rule.onReject === 'decides' && votes.reject > 0) return 'reject';
  if (!rule.decideEarly) return null;
  if (isRejected(rule, votes)) return 'reject';
  const isFixed = rule.mode !== 'all' && rule.pass?.kind !== 'ratio';
  return isFixed && passes(rule, votes) ? 'approve' : null;
}

/** What complete votes come to. */
function outcome(rule: SignSpec, votes: Tally): RoundDecision {
  if (isRejected(rule, votes)) return 'reject';
  const isSilent = votes.approve + votes.reject === 0;
  if (isSilent && rule.abstain === 'ignored') return rule.undecided;
  return passes(rule, votes) ? 'approve' : 'reject';
}

function isRejected({ onReject, rejectCount }: SignSpec, { reject }: Tally): boolean {
  return (onReject === 'decides' && reject > 0) || (rejectCount !== undefined && reject >= rejectCount);
}

function passes(rule: SignSpec, votes: Tally): boolean {
  switch (rule.mode) {
    case 'all':
      return votes.reject === 0 && votes.approve > 0 && (rule.abstain === 'ignored' || votes.abstain === 0);
    case 'vote':
      return passesVote(rule, votes);
    default:
      return votes.approve > 0;
  }
}

function passesVote({ pass, abstain }: SignSpec, votes: Tally): boolean {
  if (pass === undefined) return false;
  if (pass.kind === 'count') return votes.approve >= pass.count;
  if (pass.kind === 'weight') return votes.approveWeight >= pass.weight;
  const base =
    votes.approveWeight + votes.rejectWeight + votes.openWeight + (abstain === 'ignored' ? 0 : votes.abstainWeight);
  const have = votes.approveWeight * pass.denominator;
  const need = base * pass.numerator;
  return pass.strict ? have > need : have >= need;
}

function extremes({ abstain }: SignSpec, votes: Tally): readonly Tally[] {
  const { open, openWeight } = votes;
  const rest = { ...votes, open: 0, openWeight: 0 };
  const approving = { ...rest, approve: votes.approve + open, approveWeight: votes.approveWeight + openWeight };
  const rejecting = { ...rest, reject: votes.reject + open, rejectWeight: votes.rejectWeight + openWeight };
  const abstaining = { ...rest, abstain: votes.abstain + open, abstainWeight: votes.abstainWeight + openWeight };
  return abstain === 'refused' ? [approving, rejecting] : [approving, rejecting, abstaining];
}
