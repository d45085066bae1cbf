import { boundProblem } from '../../values/bounds.js';
import type { GateRule } from '../gate-rule.js';

/** The defaults of all parameters keep what the law allows. */
export const parameterBoundsRule: GateRule = {
  id: 'parameter-bounds',
  check(index, problems) {
    for (const [name, spec] of Object.entries(index.definition.parameters)) {
      const problem = boundProblem(name, spec.default, spec);
      if (problem !== null)
        problems.add(problem.code, index.lineOf(`/parameters/${name}/default`), problem.message, problem.hint);
    }
  },
};
