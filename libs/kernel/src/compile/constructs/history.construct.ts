import type { Construct } from '../construct.js';
import { nodeId } from '../machine-config.js';

/** `type: history`: remembers which child of its parent was active last. */
export const historyConstruct: Construct = {
  keyword: 'history',
  compile(state, node, context) {
    if (state.history === undefined) return;
    node.type = 'history';
    node.history = state.history.deep ? 'deep' : 'shallow';
    const { target } = state.history;
    if (target !== undefined) node.target = `#${nodeId(context.index.resolveTarget(state, target)?.path ?? target)}`;
  },
};
