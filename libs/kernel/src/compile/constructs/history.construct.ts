import type { StateSpec } from '../../definition/language.js';
import type { CompileContext } from '../compile-context.js';
import type { Construct } from '../construct.js';
import { nodeId } from '../machine-config.js';

/** `type: history`: remembers which child of its parent was active last. */
export const historyConstruct: Construct = {
  keyword: 'history',
  compile(state, node, context) {
    if (state.history === undefined) return;
    node.type = 'history';
    node.history = state.history.deep ? 'deep' : 'shallow';
    const targets = fallbacks(state, context);
    if (targets.length > 0) node.target = targets.map((target) => `#${nodeId(target.path)}`);
  },
};

/**
 * Where there is nothing to remember: the named sibling, or every region of a parallel parent (XState would enter
 * the parent itself a second time), or nothing, which is the initial state.
 */
function fallbacks(state: StateSpec, { index }: CompileContext): readonly StateSpec[] {
  const named = state.history?.target === undefined ? null : index.resolveTarget(state, state.history.target);
  if (named !== null) return [named];
  const parent = index.parentOf(state);
  return parent?.kind === 'parallel' ? Object.values(parent.states).filter((child) => child.kind !== 'history') : [];
}
