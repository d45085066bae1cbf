import type { GateRule } from '../gate-rule.js';
import { refusalsOf } from '../refusals.js';

/** A decision table is only asked with what it declares. */
export const decisionDomainRule: GateRule = {
  id: 'decision-domain',
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
