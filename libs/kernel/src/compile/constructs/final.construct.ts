import { evaluateInput } from '../step-run.js';
import type { Construct } from '../construct.js';

/** `type: final` and `output`: what the state around it, or the whole process, is done with. */
export const finalConstruct: Construct = {
  keyword: 'output',
  compile(state, node, context) {
    if (state.kind !== 'final') return;
    node.type = 'final';
    const output = context.expressions(state, state.output);
    node.output = (args) => evaluateInput(output, args, state.path);
  },
};
