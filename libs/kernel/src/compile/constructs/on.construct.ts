import type { Construct } from '../construct.js';

/** `on`: events that people, children and other roots may send. */
export const onConstruct: Construct = {
  keyword: 'on',
  compile(state, node, context) {
    for (const [event, transitions] of Object.entries(state.on)) {
      node.on[event] = transitions.map((spec) => context.transition(state, spec, 'on'));
    }
  },
};
