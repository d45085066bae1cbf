import type { Construct } from '../construct.js';

/** Marks of entering and leaving, so that a step can tell them in true order. */
export const marksConstruct: Construct = {
  keyword: 'states',
  compile(state, node) {
    if (state.path === '' || state.kind === 'history') return;
    node.entry.push({ type: 'effect', params: { kind: 'enter', state: state.path } });
    node.exit.push({ type: 'effect', params: { kind: 'exit', state: state.path } });
  },
};
