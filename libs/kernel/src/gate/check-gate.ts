import { DefinitionIndex } from '../definition/definition-index.js';
import type { ProcessDefinition } from '../definition/language.js';
import type { Problem } from '../definition/problem.js';
import { ProblemList } from '../definition/problem-list.js';
import type { GateRule } from './gate-rule.js';
import { deadTransitionRule } from './rules/dead-transition.rule.js';
import { deadlineNamesRule } from './rules/deadline-names.rule.js';
import { doneBranchRule } from './rules/done-branch.rule.js';
import { guardedAfterRule } from './rules/guarded-after.rule.js';
import { moneyFractionRule } from './rules/money-fraction.rule.js';
import { parameterBoundsRule } from './rules/parameter-bounds.rule.js';
import { reachableStatesRule } from './rules/reachable-states.rule.js';
import { reachesFinalRule } from './rules/reaches-final.rule.js';
import { regionCountRule } from './rules/region-count.rule.js';
import { waitingStateRule } from './rules/waiting-state.rule.js';

/** The rules of the gate; to add one, write it and name it here. */
export const GATE_RULES: readonly GateRule[] = [
  reachableStatesRule,
  reachesFinalRule,
  waitingStateRule,
  deadlineNamesRule,
  guardedAfterRule,
  doneBranchRule,
  deadTransitionRule,
  regionCountRule,
  moneyFractionRule,
  parameterBoundsRule,
];

/** Proves the structure of a definition before it goes live. */
export function checkGate(definition: ProcessDefinition): Problem[] {
  const index = new DefinitionIndex(definition);
  const problems = new ProblemList(definition.file);
  for (const rule of GATE_RULES) rule.check(index, problems);
  return [...problems.all];
}
