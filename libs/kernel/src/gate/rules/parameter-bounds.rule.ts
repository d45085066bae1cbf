import { boundProblem } from '../../values/bounds.js';
import type { GateRule } from '../gate-rule.js';

/** The defaults of all parameters keep what the law allows. */
export const parameterBoundsRule: GateRule = {
  id: 'parameter-bounds',
  codes: ['below-minimum', 'above-maximum', 'not-comparable'],
  meaning: 'A default lies outside of what the law allows, or cannot be compared with its bounds',
  remedy: 'Choose a value within `min` and `max`, in their unit',
  check(index, problems) {
    for (const [name, spec] of Object.entries(index.definition.parameters)) {
      const problem = boundProblem(name, spec.default, spec);
      if (problem !== null)
        problems.add(problem.code, index.lineOf(`/parameters/${name}/default`), problem.message, problem.hint);
    }
  },
};
