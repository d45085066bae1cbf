import type { RoundDecision, SignSpec } from '#libs/kernel';
import type { HeldAct, StoredRound } from './stored.round.js';

/**
 * The act by which a decided round moves the process: in mode `one` what the person sent whose seat decided, else the
 * event of the decision with the form of the last who voted that way.
 */
export function decidedAct({ round, held }: StoredRound, decision: RoundDecision, last: HeldAct): HeldAct {
  const decider = round.seats.find(({ origin, status }) => origin === 'assigned' && status === 'approved');
  if (decidesAlone(round.rule) && decider) return held[decider.id] ?? own(last);
  const event = round.rule.events[decision];
  return last.event === event ? own(last) : (held[decision] ?? { event, payload: {}, comment: null });
}

function own({ event, payload, comment }: HeldAct): HeldAct {
  return { event, payload, comment };
}

/** Whether one person's word is the decision, whatever event it is. */
export function decidesAlone({ mode }: Pick<SignSpec, 'mode'>): boolean {
  return mode === 'one' || mode === 'random';
}
