import { type DefinitionIndex, pointerOf } from '../../definition/definition-index.js';
import type { StateSpec, TransitionSpec } from '../../definition/language.js';
import { detailsOf } from '../gate-context.js';
import type { GateRule } from '../gate-rule.js';

/** A signed task ends with its decision: afterwards nobody signs, so that a state which stays would wait for nobody. */
export const signingStaysRule: GateRule = {
  id: 'signing-stays',
  meaning: 'The decision of those who sign does not leave the state, in which nobody could sign any more',
  remedy: 'Add a `target`, or `reenter: true` to sign anew',
  check(index, problems, { exploration }) {
    for (const { state, event, position } of stayingDecisions(index)) {
      problems.addFinding({
        code: 'signing-stays',
        line: index.lineOf(`${pointerOf(state.path)}/on/${event}/${position}`),
        message: `the decision \`${event}\` does not leave the state \`${state.path}\`, in which nobody could sign any more`,
        hint: 'Add a `target`, or `reenter: true` to sign anew.',
        ...detailsOf(state.path, exploration.pathToState(state.path), null),
      });
    }
  },
};

interface Staying {
  readonly state: StateSpec;
  readonly event: string;
  readonly position: number;
}

function stayingDecisions(index: DefinitionIndex): readonly Staying[] {
  return [...index.states.values()].flatMap((state) => {
    const sign = state.task?.sign;
    if (sign === undefined || sign.mode === 'one' || sign.mode === 'random') return [];
    return [sign.events.approve, sign.events.reject].flatMap((event) => {
      const position = (state.on[event] ?? []).findIndex((transition) => !leaves(index, state, transition));
      return position < 0 ? [] : [{ state, event, position }];
    });
  });
}

function leaves(index: DefinitionIndex, state: StateSpec, { target, reenter }: TransitionSpec): boolean {
  if (target === undefined) return false;
  return reenter || index.resolveTarget(state, target)?.path !== state.path;
}
