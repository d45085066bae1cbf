import type { GateRule } from '../gate-rule.js';
import { refusalsOf } from '../refusals.js';

/** A date that a deadline waits for is set before the state is entered. */
export const unsetDeadlineRule: GateRule = {
  id: 'unset-deadline',
  meaning: 'A date for which a deadline waits, or from which it is counted back, may not be set',
  remedy: 'Assign it on the way to the state, or give it a default',
  check(_index, problems, { exploration }) {
    for (const { state, line, variable, details } of refusalsOf(exploration, 'unset-deadline')) {
      problems.addFinding({
        code: 'unset-deadline',
        line,
        message: `the state \`${state}\` waits until the date \`${variable}\`, which may not be set when it is entered`,
        hint: `Assign \`${variable}\` on the way to it, or give it a default.`,
        ...details,
      });
    }
  },
};
