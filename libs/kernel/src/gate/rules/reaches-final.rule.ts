import { detailsOf } from '../gate-context.js';
import type { GateRule } from '../gate-rule.js';
import { StateGraph } from '../state-graph.js';

/** From every state the end of the process can still be reached. */
export const reachesFinalRule: GateRule = {
  id: 'no-way-out',
  meaning: 'From a state the process can never end',
  remedy: 'Add a transition that leads on, an `onDone`, or a final state',
  check(index, problems, { exploration }) {
    const graph = new StateGraph(index);
    for (const state of index.states.values()) {
      if (state.kind === 'history' || !graph.isReachable(state) || graph.reachesEnd(state)) continue;
      const name = state.path === '' ? 'the process' : `the state \`${state.path}\``;
      problems.addFinding({
        code: 'no-way-out',
        line: state.line,
        message: `${name} can never come to a final state of the process; it is reached by ${graph.pathTo(state)}`,
        hint: 'Add a transition that leads on, an `onDone` where states below it finish, or a state with `type: final`.',
        ...detailsOf(state.path, exploration.pathToState(state.path), null),
      });
    }
  },
};
