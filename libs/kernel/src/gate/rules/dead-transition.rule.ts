import { type PlacedTransition, transitionsOf } from '../../definition/definition-index.js';
import type { StateSpec } from '../../definition/language.js';
import { detailsOf } from '../gate-context.js';
import type { GateRule } from '../gate-rule.js';
import { nameOf } from '../transition-name.js';

/** No transition stands where it can never fire. */
export const deadTransitionRule: GateRule = {
  id: 'dead-transition',
  meaning: 'A transition stands behind one that always comes first',
  remedy: 'Give the earlier one a guard, put this one before it, or remove it',
  check(index, problems, { exploration }) {
    for (const state of index.states.values()) {
      const placed = transitionsOf(state);
      for (const transition of placed) {
        const reason = whyDead(state, placed, transition);
        if (reason === null) continue;
        problems.addFinding({
          code: 'dead-transition',
          line: index.lineOf(transition.pointer),
          message: `${nameOf(transition)} can never fire: ${reason}`,
          hint: 'Give the earlier one a guard, put this one before it, or remove it.',
          ...detailsOf(state.path, exploration.pathToState(state.path), null),
        });
      }
    }
  },
};

function whyDead(state: StateSpec, all: readonly PlacedTransition[], at: PlacedTransition): string | null {
  const earlier = all.find(
    (other) => other.trigger === at.trigger && other.key === at.key && other.index < at.index && shadows(other, at),
  );
  if (earlier !== undefined)
    return `the branch at line ${earlier.transition.line} comes first and ${earlier.transition.guard === undefined ? 'has no guard' : 'has the same guard'}`;
  const leaves =
    at.trigger !== 'always' && state.always.some(({ guard, target }) => guard === undefined && target !== undefined);
  return leaves ? 'an `always` without guard leaves the state at once' : null;
}

function shadows(earlier: PlacedTransition, later: PlacedTransition): boolean {
  const { guard, except } = earlier.transition;
  if (except !== undefined) return false;
  return guard === undefined || guard === later.transition.guard;
}
