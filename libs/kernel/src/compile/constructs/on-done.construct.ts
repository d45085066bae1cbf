import type { Construct } from '../construct.js';

/** `onDone` of a compound or parallel state: a final state below it, or in each of its regions, was reached. */
export const onDoneConstruct: Construct = {
  keyword: 'onDone',
  compile(state, node, context) {
    if (state.subprocess !== undefined || state.onDone.length === 0) return;
    node.onDone = state.onDone.map((spec) => context.transition(state, spec, 'onDone'));
  },
};
