import type { NameKind, Vocabulary } from '../expressions/scope.js';
import type { ProcessDefinition } from './language.js';

/** What the expressions of a definition may name. */
export function vocabularyOf(definition: ProcessDefinition): Vocabulary {
  const names = new Map<string, NameKind>();
  for (const name of Object.keys(definition.views)) names.set(name, 'view');
  for (const name of Object.keys(definition.decisions ?? {})) names.set(name, 'decision');
  for (const name of Object.keys(definition.parameters)) names.set(name, 'parameter');
  for (const name of Object.keys(definition.variables)) names.set(name, 'variable');
  const defaults = Object.fromEntries(
    Object.entries(definition.parameters).map(([name, spec]) => [name, spec.default]),
  );
  return { names, defaults };
}

/** What the inputs of its decision tables may name: no answer of another table, so no circle. */
export function decisionVocabulary(definition: ProcessDefinition): Vocabulary {
  return vocabularyOf({ ...definition, decisions: {} });
}

/** The vocabulary with one more name, e.g. that of the element of `each`; it is given among the variables. */
export function withBound(vocabulary: Vocabulary, name: string | undefined): Vocabulary {
  if (name === undefined) return vocabulary;
  return { ...vocabulary, names: new Map([...vocabulary.names, [name, 'plain']]) };
}
