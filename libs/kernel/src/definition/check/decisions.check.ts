import { compileExpression } from '../../expressions/compile-expression.js';
import type { DefinitionIndex } from '../definition-index.js';
import type { ProblemList } from '../problem-list.js';
import { decisionVocabulary } from '../vocabulary.js';

/** That what a process puts to its decision tables can be read: variables, parameters and views only. */
export function checkDecisions(index: DefinitionIndex, problems: ProblemList): void {
  const vocabulary = decisionVocabulary(index.definition);
  for (const [name, use] of Object.entries(index.definition.decisions ?? {})) {
    for (const [input, text] of Object.entries(use.with)) {
      const line = index.lineOf(`/decisions/${name}/with/${input}`);
      const compiled = compileExpression(text, { vocabulary, hasOutput: false, hasStep: false });
      for (const fault of compiled.ok ? [] : compiled.faults) problems.add(fault.code, line, fault.message, fault.hint);
    }
  }
}
