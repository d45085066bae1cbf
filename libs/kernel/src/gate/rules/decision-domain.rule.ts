import type { GateRule } from '../gate-rule.js';
import { refusalsOf } from '../refusals.js';

/** A decision table is only asked with what it declares. */
export const decisionDomainRule: GateRule = {
  id: 'decision-domain',
  meaning: 'A decision table may be asked with a value that it does not declare',
  remedy: 'Widen its domain, or ask only where the value lies in it',
  check(_index, problems, { exploration }) {
    for (const { line, variable, details } of refusalsOf(exploration, 'bad-decision')) {
      problems.addFinding({
        code: 'decision-domain',
        line,
        message: `the decision \`${variable}\` may be asked with a value outside of the domain that its table declares, and the step would be refused`,
        hint: 'Widen the domain in the table, or ask only where the value is known to lie in it.',
        ...details,
      });
    }
  },
};
