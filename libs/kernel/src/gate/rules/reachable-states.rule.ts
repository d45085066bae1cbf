import type { GateRule } from '../gate-rule.js';
import { StateGraph } from '../state-graph.js';

/** Every state can be reached from the start. */
export const reachableStatesRule: GateRule = {
  id: 'unreachable-state',
  check(index, problems) {
    const graph = new StateGraph(index);
    for (const state of index.states.values()) {
      if (state.kind === 'history' || graph.isReachable(state)) continue;
      problems.add(
        'unreachable-state',
        state.line,
        `no way leads from the start to the state \`${state.path}\``,
        'Add a transition to it, or remove it.',
      );
    }
  },
};
