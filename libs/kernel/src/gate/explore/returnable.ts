import type { DefinitionIndex } from '../../definition/definition-index.js';

/** States with a task to which another task of their region may be returned (退回). */
export function returnableStates(index: DefinitionIndex): ReadonlySet<string> {
  const tasks = [...index.states.values()].filter(({ task }) => task !== undefined);
  const regions = new Set(
    tasks.filter(({ task }) => task?.allow.includes('return')).map(({ path }) => index.regionOf(path)),
  );
  return new Set(tasks.map(({ path }) => path).filter((path) => regions.has(index.regionOf(path))));
}
