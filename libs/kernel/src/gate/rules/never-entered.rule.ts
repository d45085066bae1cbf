import type { GateRule } from '../gate-rule.js';

/** Every state comes about with some values of what guards read. */
export const neverEnteredRule: GateRule = {
  id: 'never-entered',
  meaning: 'No values lead to a state',
  remedy: 'Correct the guards on the way to it, or remove it',
  check(index, problems, { exploration }) {
    const isEntered = (path: string): boolean => path === '' || exploration.entered.has(path);
    if (!exploration.isConclusive) return;
    for (const state of index.states.values()) {
      // What is below a state that is never entered needs no word of its own.
      const isNews = state.kind !== 'history' && isEntered(index.parentOf(state)?.path ?? '');
      if (!isNews || isEntered(state.path)) continue;
      problems.addFinding({
        code: 'never-entered',
        line: state.line,
        message: `no values of the variables, parameters and views lead from the start to the state \`${state.path}\``,
        hint: 'Correct the guards on the way to it, or remove it.',
        state: state.path,
      });
    }
  },
};
