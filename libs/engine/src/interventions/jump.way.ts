import type { StateSpec, TransitionSpec } from '#libs/kernel';
import type { Bundle } from '../definitions/bundle.js';

/** What a jump would pass by. */
export interface Obstacle {
  readonly kind: 'lawful-wait' | 'separated';
  /** Law key of the period. */
  readonly law: string;
}

/** What lies on every way from where the process is to the state; undefined when some way is free. */
export function obstacleOnTheWay(bundle: Bundle, from: readonly string[], to: string): Obstacle | undefined {
  const keptApart = new Set([...bundle.compiled.states.values()].flatMap(({ task }) => task?.not ?? []));
  const barrier = (path: string): Obstacle | undefined => {
    const law = lawfulWait(bundle, path);
    if (law !== undefined) return { kind: 'lawful-wait', law };
    return keptApart.has(path) ? { kind: 'separated', law: '' } : undefined;
  };
  let first: Obstacle | undefined;
  const seen = new Set<string>(from);
  const queue = [...from];
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    const obstacle = barrier(state);
    first ??= obstacle;
    if (obstacle) continue;
    for (const next of nextOf(bundle, state)) {
      if (next === to || next.startsWith(`${to}.`)) return undefined;
      if (!seen.has(next)) queue.push(next);
      seen.add(next);
    }
  }
  return first;
}

/** Law of a period after which alone the state is left. */
function lawfulWait({ compiled }: Bundle, path: string): string | undefined {
  const { parameters } = compiled.definition;
  return lineage(path)
    .flatMap((state) => Object.keys(compiled.states.get(state)?.after ?? {}))
    .flatMap((deadline) => parameters[deadline]?.law ?? [])[0];
}

function nextOf({ compiled }: Bundle, path: string): readonly string[] {
  return lineage(path)
    .flatMap((state) => transitionsOf(compiled.states.get(state)).map(({ target }) => ({ state, target })))
    .flatMap(({ state, target }) => (target === undefined ? [] : resolve(compiled.states, state, target)));
}

function transitionsOf(state: StateSpec | undefined): readonly TransitionSpec[] {
  if (!state) return [];
  return [...Object.values(state.on).flat(), ...state.always, ...Object.values(state.after).flat(), ...state.onDone];
}

/** A target is a sibling, or a state by its path from the top; entering it enters its initial states. */
function resolve(states: ReadonlyMap<string, StateSpec>, from: string, target: string): readonly string[] {
  const parent = from.includes('.') ? from.slice(0, from.lastIndexOf('.') + 1) : '';
  const path = [`${parent}${target}`, target].find((name) => states.has(name));
  return path === undefined ? [] : [path, ...below(states.get(path))];
}

function below(state: StateSpec | undefined): readonly string[] {
  if (!state) return [];
  const inner = state.kind === 'parallel' ? Object.values(state.states) : [state.states[state.initial ?? '']];
  return inner.flatMap((child) => (child ? [child.path, ...below(child)] : []));
}

function lineage(path: string): readonly string[] {
  const names = path.split('.');
  return names.map((_, index) => names.slice(0, names.length - index).join('.'));
}
