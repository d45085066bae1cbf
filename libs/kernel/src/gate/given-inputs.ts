import { chosenProcess, statesBelow, transitionsOf } from '../definition/definition-index.js';
import type { ProcessDefinition } from '../definition/language.js';

/**
 * The variables that whoever starts a process may set: those that a `subprocess` of any definition gives it, and
 * those that the process itself never sets.
 */
export function givenInputs(definition: ProcessDefinition, all: readonly ProcessDefinition[]): ReadonlySet<string> {
  const states = statesBelow(definition.root);
  const assigned = new Set(
    states.flatMap((state) => transitionsOf(state).flatMap(({ transition }) => Object.keys(transition.assign))),
  );
  const unassigned = Object.keys(definition.variables).filter((name) => !assigned.has(name));
  const given = all
    .flatMap(({ root }) => statesBelow(root))
    .flatMap(({ subprocess }) => {
      if (subprocess === undefined) return [];
      const isMeant = subprocess.process === definition.process || chosenProcess(subprocess.process) !== null;
      return isMeant ? Object.keys(subprocess.with) : [];
    });
  return new Set([...unassigned, ...given]);
}
