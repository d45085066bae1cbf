import type { GateRule } from '../gate-rule.js';
import { StateGraph } from '../state-graph.js';

/** Every state can be reached from the start, whatever the guards say. */
export const reachableStatesRule: GateRule = {
  id: 'unreachable-state',
  meaning: 'No way leads to a state, whatever the guards say',
  remedy: 'Add a transition to it, or remove it',
  check(index, problems) {
    const graph = new StateGraph(index);
    for (const state of index.states.values()) {
      if (state.kind === 'history' || graph.isReachable(state)) continue;
      problems.addFinding({
        code: 'unreachable-state',
        line: state.line,
        message: `no way leads from the start to the state \`${state.path}\``,
        hint: 'Add a transition to it, or remove it.',
        state: state.path,
      });
    }
  },
};
