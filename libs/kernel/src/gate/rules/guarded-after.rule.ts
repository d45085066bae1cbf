import { type DefinitionIndex, pointerOf } from '../../definition/definition-index.js';
import type { StateSpec } from '../../definition/language.js';
import { analyseExpression } from '../../expressions/analyse-expression.js';
import { detailsOf } from '../gate-context.js';
import type { GateRule } from '../gate-rule.js';

/** A spent deadline never comes back, so one whose guards may all be false must be remembered by an `always`. */
export const guardedAfterRule: GateRule = {
  id: 'spent-deadline',
  meaning: 'A deadline may pass while no guard holds, and never comes back',
  remedy: 'Add a branch without guard, or an `always` over `elapsed`',
  check(index, problems, { exploration }) {
    for (const state of index.states.values()) {
      for (const [deadline, branches] of Object.entries(state.after)) {
        const isSafe = branches.some((branch) => branch.guard === undefined) || isRemembered(index, state, deadline);
        if (isSafe) continue;
        problems.addFinding({
          code: 'spent-deadline',
          line: index.lineOf(`${pointerOf(state.path)}/after/${deadline}`),
          message: `when \`${deadline}\` passes in the state \`${state.path}\` and no guard holds, the deadline is spent and nothing will ever happen`,
          hint: `Add a branch without guard, or an \`always\` whose guard reads \`elapsed("${deadline}")\`.`,
          ...detailsOf(state.path, exploration.pathToState(state.path), null),
        });
      }
    }
  },
};

function isRemembered(index: DefinitionIndex, state: StateSpec, deadline: string): boolean {
  const parent = index.parentOf(state);
  const isRead = state.always.some(
    ({ guard }) => guard !== undefined && analyseExpression(guard, new Set()).elapsed.includes(deadline),
  );
  return isRead || (parent !== null && isRemembered(index, parent, deadline));
}
