import { type SignSpec, usualSign } from '../definition/sign-spec.js';
import { isSamePerson, plainSeat, RoundDraft } from './round-draft.js';
import type { Round, RoundPerson } from './round.types.js';
import { settle } from './settle.js';

/** Who is to sign; a person with several roles has the weight that is given. */
export interface Signatory extends RoundPerson {
  readonly weight?: number;
}

/**
 * A round of the given people, in their order and each once. In 随机一人 the first of them is the one who was drawn:
 * the draw itself is made, and recorded, by the caller.
 */
export function openRound(rule: SignSpec | undefined, persons: readonly Signatory[]): Round {
  const spec = rule ?? usualSign('one');
  const draft = new RoundDraft({ rule: spec, seats: [], nextSeat: 1, decision: null });
  const distinct = persons.filter((person, index) => {
    return !persons.slice(0, index).some((earlier) => isSamePerson(earlier, person));
  });
  const signers = spec.mode === 'random' ? distinct.slice(0, 1) : distinct;
  signers.forEach((person, position) => {
    draft.add({ ...plainSeat(person), position, weight: person.weight ?? spec.weights[person.role] ?? 1 });
  });
  return signers.length === 0 ? draft.done(null) : settle(draft);
}
