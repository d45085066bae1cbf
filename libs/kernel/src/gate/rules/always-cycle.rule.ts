import type { GateRule } from '../gate-rule.js';
import { refusalsOf } from '../refusals.js';

/** Nothing that happens by itself goes round for ever. */
export const alwaysCycleRule: GateRule = {
  id: 'always-cycle',
  meaning: 'Something that happens by itself (`always`, `onDone`) goes round for ever',
  remedy: 'Give it a guard that its own assignments or its target make false',
  check(_index, problems, { exploration }) {
    for (const { state, line, trigger, details } of refusalsOf(exploration, 'cycle')) {
      problems.addFinding({
        code: 'always-cycle',
        line,
        message: `the \`${trigger}\` of the state \`${state}\` goes round for ever: after it everything is as it was before`,
        hint: 'Give it a guard that its own assignments or its target make false.',
        ...details,
      });
    }
  },
};
