import type { Construct } from '../construct.js';

/** `entry` and `exit`: effects as data, between the marks of entering and leaving. */
export const effectsConstruct: Construct = {
  keyword: 'entry, exit',
  compile(state, node, context) {
    node.entry.push(...context.effects(state, state.entry));
    node.exit.unshift(...context.effects(state, state.exit));
  },
};
