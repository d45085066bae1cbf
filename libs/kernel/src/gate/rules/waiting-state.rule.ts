import type { DefinitionIndex } from '../../definition/definition-index.js';
import type { StateSpec } from '../../definition/language.js';
import { detailsOf } from '../gate-context.js';
import type { GateRule } from '../gate-rule.js';

/** Every waiting state has somebody who answers for it, and a deadline. */
export const waitingStateRule: GateRule = {
  id: 'unattended-wait',
  meaning: 'A waiting state has nobody who answers for it, or no deadline',
  remedy: 'Add a `task`, an `owner`, `after`, or `due`',
  check(index, problems, { exploration }) {
    const details = (path: string) => detailsOf(path, exploration.pathToState(path), null);
    for (const state of index.states.values()) {
      if (!isWaiting(state)) continue;
      if (!hasOwner(index, state)) {
        problems.addFinding({
          code: 'unattended-wait',
          line: state.line,
          message: `the state \`${state.path}\` waits, but nobody answers for it`,
          hint: 'Add a `task`, an `owner`, or an `owner` of the process.',
          ...details(state.path),
        });
      }
      if (!hasDeadline(index, state)) {
        problems.addFinding({
          code: 'unattended-wait',
          line: state.line,
          message: `the state \`${state.path}\` waits without any deadline: it could be forgotten for ever`,
          hint: 'Add `after`, or a `task` with `due` (`due: none` where no deadline is meant on purpose).',
          ...details(state.path),
        });
      }
    }
  },
};

function isWaiting(state: StateSpec): boolean {
  if (state.kind !== 'atomic' || state.subprocess !== undefined) return false;
  return !state.always.some((transition) => transition.guard === undefined && transition.target !== undefined);
}

function hasOwner(index: DefinitionIndex, state: StateSpec): boolean {
  const parties = [
    state.task?.assignee,
    ...withAncestors(index, state).map((one) => one.owner),
    index.definition.owner,
  ];
  return parties.some((party) => party !== undefined && party.role !== '' && party.organisation !== '');
}

/** A task that says `due: none` has been thought about. */
function hasDeadline(index: DefinitionIndex, state: StateSpec): boolean {
  return state.task !== undefined || withAncestors(index, state).some((one) => Object.keys(one.after).length > 0);
}

function withAncestors(index: DefinitionIndex, state: StateSpec): readonly StateSpec[] {
  const parent = index.parentOf(state);
  return parent === null ? [state] : [state, ...withAncestors(index, parent)];
}
