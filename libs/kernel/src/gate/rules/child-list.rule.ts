import type { GateRule } from '../gate-rule.js';
import { refusalsOf } from '../refusals.js';

/** What `each` names is a list whenever the state is entered. */
export const childListRule: GateRule = {
  id: 'child-list',
  meaning: '`each` may give no list, or one of more than 500',
  remedy: 'Set the list on the way to the state, or give its variable a default',
  check(_index, problems, { exploration }) {
    for (const { state, line, variable, details } of refusalsOf(exploration, 'bad-list')) {
      problems.addFinding({
        code: 'child-list',
        line,
        message: `\`each\` of the state \`${state}\` may give no list, or one of more than 500: ${JSON.stringify(variable)}; the step that enters it would be refused`,
        hint: 'Set the list on the way to the state, or give its variable a default like `[]`.',
        ...details,
      });
    }
  },
};
