import type { DefinitionIndex } from '../../definition/definition-index.js';
import type { StateSpec } from '../../definition/language.js';
import { detailsOf, type GateContext } from '../gate-context.js';
import type { GateRule } from '../gate-rule.js';
import { StateGraph } from '../state-graph.js';

/** Every state can be reached from the start. */
export const reachableStatesRule: GateRule = {
  id: 'unreachable-state',
  check(index, problems, context) {
    const graph = new StateGraph(index);
    for (const state of index.states.values()) {
      if (state.kind === 'history') continue;
      const isLinked = graph.isReachable(state);
      if (isLinked && !isNeverEntered(index, context, state)) continue;
      problems.add(
        'unreachable-state',
        state.line,
        isLinked
          ? `no values of the variables, parameters and views lead from the start to the state \`${state.path}\``
          : `no way leads from the start to the state \`${state.path}\``,
        isLinked ? 'Correct the guards on the way to it, or remove it.' : 'Add a transition to it, or remove it.',
        detailsOf(state.path, [], null),
      );
    }
  },
};

/** What is below a state that is never entered needs no word of its own. */
function isNeverEntered(index: DefinitionIndex, { exploration }: GateContext, state: StateSpec): boolean {
  const wasEntered = (path: string): boolean => path === '' || exploration.entered.has(path);
  if (!exploration.isConclusive || wasEntered(state.path)) return false;
  return wasEntered(index.parentOf(state)?.path ?? '');
}
