import type { StateSpec } from '../../definition/language.js';
import type { CompileContext } from '../compile-context.js';
import type { Construct } from '../construct.js';
import { gotoEvent, nodeId } from '../machine-config.js';

/** Lets the engine move a region into any of its states (退回); states below a nested parallel belong to other regions. */
export const gotoConstruct: Construct = {
  keyword: 'goto',
  compile(state, node, context) {
    if (state.kind !== 'compound' || context.index.regionOf(state.path) !== state.path) return;
    for (const target of statesOfRegion(state, context)) {
      node.on[gotoEvent(target.path)] = [
        { target: `#${nodeId(target.path)}`, actions: [{ type: 'taken', params: { trigger: 'goto' } }] },
      ];
    }
  },
};

function statesOfRegion(region: StateSpec, { index }: CompileContext): readonly StateSpec[] {
  return [...index.states.values()].filter(
    (state) => state.path !== region.path && isEnterable(state) && index.regionOf(state.path) === region.path,
  );
}

/** Going back never ends a process, and a memory is no place to be. */
export function isEnterable(state: StateSpec): boolean {
  return state.kind !== 'final' && state.kind !== 'history';
}
