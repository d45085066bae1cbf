import { checkDeadlines } from './check/deadlines.check.js';
import { checkDecisions } from './check/decisions.check.js';
import { checkDeclarations } from './check/declarations.check.js';
import { checkExpressions } from './check/expressions.check.js';
import { checkReturning } from './check/returning.check.js';
import { checkStructure } from './check/structure.check.js';
import { checkSigning } from './check/signing.check.js';
import { checkTargets } from './check/targets.check.js';
import { checkTasks } from './check/tasks.check.js';
import { DefinitionIndex } from './definition-index.js';
import type { ProcessDefinition } from './language.js';
import type { Problem } from './problem.js';
import { ProblemList } from './problem-list.js';

/** One group of questions that a definition must pass before it can be compiled. */
export type DefinitionCheck = (index: DefinitionIndex, problems: ProblemList) => void;

const CHECKS: readonly DefinitionCheck[] = [
  checkDeclarations,
  checkStructure,
  checkTargets,
  checkDeadlines,
  checkTasks,
  checkSigning,
  checkReturning,
  checkDecisions,
  checkExpressions,
];

/** Everything that is wrong inside a definition taken by itself. */
export function checkDefinition(definition: ProcessDefinition): readonly Problem[] {
  const index = new DefinitionIndex(definition);
  const problems = new ProblemList(definition.file);
  for (const check of CHECKS) check(index, problems);
  return problems.all;
}
