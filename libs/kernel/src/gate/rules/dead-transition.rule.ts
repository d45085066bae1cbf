import { type PlacedTransition, transitionsOf } from '../../definition/definition-index.js';
import type { StateSpec } from '../../definition/language.js';
import type { Exploration } from '../explore/exploration.js';
import { detailsOf } from '../gate-context.js';
import type { GateRule } from '../gate-rule.js';

/** No transition stands where it can never fire. */
export const deadTransitionRule: GateRule = {
  id: 'dead-transition',
  check(index, problems, { exploration }) {
    for (const state of index.states.values()) {
      const placed = transitionsOf(state);
      for (const transition of placed) {
        const reason = whyDead(state, placed, transition) ?? whyNeverTaken(exploration, transition);
        if (reason === null) continue;
        problems.add(
          'dead-transition',
          index.lineOf(transition.pointer),
          `${describe(transition)} can never fire: ${reason}`,
          'Correct its guard or that of the earlier one, put this one before it, or remove it.',
          detailsOf(state.path, exploration.pathToState(state.path), null),
        );
      }
    }
  },
};

/** Of a state that is never entered, or never left for another reason, something else is said. */
function whyNeverTaken(exploration: Exploration, { state, transition }: PlacedTransition): string | null {
  if (!exploration.isConclusive || exploration.taken.has(transition)) return null;
  if (state.path !== '' && !exploration.entered.has(state.path)) return null;
  if (transition.guard === undefined) return 'whenever it could, another branch or a state below comes first';
  return `whenever it could, its guard ${JSON.stringify(transition.guard)} is false, or another branch or a state below comes first`;
}

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
  const { guard } = earlier.transition;
  return guard === undefined || guard === later.transition.guard;
}

function describe({ state, trigger, key }: PlacedTransition): string {
  const name = key === '' ? `a branch of \`${trigger}\`` : `a branch of \`${key}\``;
  return state.path === '' ? `${name} of the process` : `${name} in the state \`${state.path}\``;
}
