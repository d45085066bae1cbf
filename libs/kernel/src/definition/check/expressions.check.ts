import { compileExpression } from '../../expressions/compile-expression.js';
import { type DefinitionIndex, expressionsOf, transitionsOf } from '../definition-index.js';
import type { ProblemList } from '../problem-list.js';
import { suggest } from '../suggest.js';
import { vocabularyOf, withBound } from '../vocabulary.js';

/** That every expression can be read and every name in it is declared. */
export function checkExpressions(index: DefinitionIndex, problems: ProblemList): void {
  const vocabulary = vocabularyOf(index.definition);
  for (const state of index.states.values()) {
    for (const { text, pointer, hasOutput, hasChildren, bound } of expressionsOf(state)) {
      const isOutputKnown = hasOutput && state.kind !== 'parallel';
      const compiled = compileExpression(text, {
        vocabulary: withBound(vocabulary, bound),
        hasOutput: isOutputKnown,
        hasChildren,
        hasStep: true,
      });
      if (compiled.ok) continue;
      for (const fault of compiled.faults) problems.add(fault.code, index.lineOf(pointer), fault.message, fault.hint);
    }
    checkAssigned(index, problems, state.path);
  }
}

function checkAssigned(index: DefinitionIndex, problems: ProblemList, path: string): void {
  const state = index.states.get(path);
  const names = Object.keys(index.definition.variables);
  for (const { transition, pointer } of state === undefined ? [] : transitionsOf(state)) {
    for (const name of Object.keys(transition.assign)) {
      if (names.includes(name)) continue;
      const hint = suggest(name, names, `Declare \`${name}\` under \`variables\`.`);
      problems.add(
        'unknown-name',
        index.lineOf(`${pointer}/assign/${name}`),
        `\`assign\` sets \`${name}\`, which is no variable`,
        hint,
      );
    }
  }
}
