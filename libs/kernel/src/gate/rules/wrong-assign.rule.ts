import type { GateRule } from '../gate-rule.js';
import { refusalsOf } from '../refusals.js';

/** What is assigned to a variable that guards read fits its declaration. */
export const wrongAssignRule: GateRule = {
  id: 'wrong-assign',
  meaning: 'What is assigned may not fit the declaration of the variable',
  remedy: 'Correct the expression, or the declaration',
  check(index, problems, { exploration }) {
    for (const { state, line, variable, details } of refusalsOf(exploration, 'bad-assign')) {
      const type = index.definition.variables[variable]?.type ?? 'value';
      problems.addFinding({
        code: 'wrong-assign',
        line,
        message: `the assignment to \`${variable}\` in the state \`${state}\` may give what is no ${type} or not in its \`enum\`, and the step would be refused`,
        hint: 'Correct the expression, or the declaration of the variable.',
        ...details,
      });
    }
  },
};
