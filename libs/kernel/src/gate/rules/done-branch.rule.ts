import { type DefinitionIndex, pointerOf } from '../../definition/definition-index.js';
import type { StateSpec } from '../../definition/language.js';
import { detailsOf } from '../gate-context.js';
import type { GateRule } from '../gate-rule.js';

/** What is done is done once: some branch of `onDone` must take it up whatever the output is. */
export const doneBranchRule: GateRule = {
  id: 'unheard-completion',
  meaning: 'Nothing takes it up when a state is done and no guard holds',
  remedy: 'Add a last branch of `onDone` without guard',
  check(index, problems, { exploration }) {
    for (const state of index.states.values()) {
      if (state.path === '' || !canBeDone(state) || state.onDone.some((branch) => branch.guard === undefined)) continue;
      const isMissing = state.onDone.length === 0;
      if (isMissing && isLeftOtherwise(index, state)) continue;
      const what = isMissing ? 'it has no `onDone`' : 'all branches of its `onDone` have guards';
      problems.addFinding({
        code: 'unheard-completion',
        line: index.lineOf(`${pointerOf(state.path)}/onDone`),
        message: `when the state \`${state.path}\` is done and no guard holds, nothing will ever happen: ${what}`,
        hint: 'Add a last branch of `onDone` without guard.',
        ...detailsOf(state.path, exploration.pathToState(state.path), null),
      });
    }
  },
};

function canBeDone(state: StateSpec): boolean {
  if (state.subprocess !== undefined) return true;
  return state.kind === 'compound' && Object.values(state.states).some((child) => child.kind === 'final');
}

/** A region is done for its parallel state; other states may be left by an event or a deadline around the final one. */
function isLeftOtherwise(index: DefinitionIndex, state: StateSpec): boolean {
  if (state.subprocess !== undefined) return false;
  const parent = index.parentOf(state);
  return (
    parent?.kind === 'parallel' ||
    state.always.length > 0 ||
    Object.keys(state.on).length > 0 ||
    Object.keys(state.after).length > 0
  );
}
