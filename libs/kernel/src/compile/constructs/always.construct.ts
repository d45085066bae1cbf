import type { Construct } from '../construct.js';

/** `always`: looked at after every change of state, and whenever a deadline or a view has changed. */
export const alwaysConstruct: Construct = {
  keyword: 'always',
  compile(state, node, context) {
    node.always.push(...state.always.map((spec) => context.transition(state, spec, 'always')));
  },
};
