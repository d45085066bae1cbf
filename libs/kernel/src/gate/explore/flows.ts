import { type DefinitionIndex, transitionsOf } from '../../definition/definition-index.js';
import type { StateSpec } from '../../definition/language.js';

/** One assignment of a variable, or of a name of an output. */
export interface Flow {
  readonly to: string;
  readonly text: string;
}

/** What is assigned, and what final states give. */
export function flowsOf(state: StateSpec): readonly Flow[] {
  const assigned = transitionsOf(state).flatMap(({ transition }) => Object.entries(transition.assign));
  const given = Object.entries(state.output).map(([name, text]) => [`output.${name}`, text] as const);
  return [...assigned, ...given].map(([to, text]) => ({ to, text }));
}

/** Everything that must be true or false. */
export function guardsOf(state: StateSpec): readonly string[] {
  const enough = state.subprocess?.each?.completeWhen ?? [];
  return transitionsOf(state)
    .flatMap(({ transition }) => transition.guard ?? [])
    .concat(enough);
}

/** A date deadline cannot be armed while its variable is not set. */
export function dateDeadlines(states: readonly StateSpec[], { definition }: DefinitionIndex): readonly string[] {
  return states
    .flatMap((state) => Object.keys(state.after))
    .map((deadline) => definition.deadlines?.[deadline]?.until ?? deadline)
    .filter((date) => definition.variables[date] !== undefined);
}
