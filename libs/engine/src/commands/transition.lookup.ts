import type { CompiledProcess, StateSpec, TransitionSpec } from '#libs/kernel';

/** A declared transition and the state that declares it. */
export interface Declared {
  readonly state: string;
  readonly transition: TransitionSpec;
}

/** Paths of a state and its ancestors, innermost first; the root is ''. */
export function lineage(path: string): string[] {
  const names = path.split('.');
  return [...names.keys()].map((index) => names.slice(0, names.length - index).join('.')).concat('');
}

/** Transitions of an event that apply in an active state: the innermost state that declares it decides. */
export function declaredFor(process: CompiledProcess, state: string, event: string): Declared[] {
  for (const path of lineage(state)) {
    const declared = specAt(process, path)?.on[event];
    if (declared && declared.length > 0) return declared.map((transition) => ({ state: path, transition }));
  }
  return [];
}

/** Names of all events that an active state accepts. */
export function eventsOf(process: CompiledProcess, state: string): string[] {
  const names = lineage(state).flatMap((path) => Object.keys(specAt(process, path)?.on ?? {}));
  return [...new Set(names)];
}

export function specAt(process: CompiledProcess, path: string): StateSpec | undefined {
  return path === '' ? process.definition.root : process.states.get(path);
}
