import type { GateRule } from '../gate-rule.js';
import { refusalsOf } from '../refusals.js';

/** Every guard is true or false whenever it is asked; the kernel refuses a step where one is neither. */
export const guardNullRule: GateRule = {
  id: 'guard-null',
  meaning: 'A guard may be neither true nor false',
  remedy: 'Ask first whether the value is set, or give the variable a default',
  check(_index, problems, { exploration }) {
    for (const { state, line, guard, details } of refusalsOf(exploration, 'guard-null')) {
      problems.addFinding({
        code: 'guard-null',
        line,
        message: `the guard ${JSON.stringify(guard)} of the state \`${state}\` may be neither true nor false: something that it compares may not be set yet, or is of another type`,
        hint: 'Ask first whether it is set, like `x != null and x > 1`, or give the variable a default.',
        ...details,
      });
    }
  },
};
