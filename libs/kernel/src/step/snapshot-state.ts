import type { CompiledProcess } from '../compile/compiled-process.js';
import type { ChildrenMemory } from '../compile/machine-config.js';
import type { Json, JsonObject, StateSpec } from '../definition/language.js';
import { isJsonObject } from '../values/value-type.js';
import type { Snapshot } from './step.types.js';

/** Paths of the active atomic states, sorted. */
export function activeStates(_process: CompiledProcess, snapshot: Snapshot): string[] {
  return leavesOf(snapshot['value'] ?? {}, '').sort();
}

/** Values of the process's variables. */
export function variables(snapshot: Snapshot): JsonObject {
  const memory = snapshot['context'];
  const vars = isJsonObject(memory) ? memory['vars'] : null;
  return isJsonObject(vars) ? vars : {};
}

/** Names of the deadlines that have passed. */
export function elapsedOf(snapshot: Snapshot): readonly string[] {
  return memoryList(snapshot, 'elapsed');
}

/** The texts of one list in the machine's memory. */
export function memoryList(snapshot: Snapshot, key: 'elapsed' | 'fired'): readonly string[] {
  const memory = snapshot['context'];
  const list = isJsonObject(memory) ? memory[key] : null;
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

/** What the children of each state with `each` gave. */
export function childrenMemory(snapshot: Snapshot): ChildrenMemory {
  const memory = snapshot['context'];
  const children = isJsonObject(memory) ? memory['children'] : null;
  // Only the machine writes it, in that shape.
  return isJsonObject(children ?? null) ? (children as ChildrenMemory) : {};
}

/** The snapshot with what a child gave; null when no such child is awaited. */
export function withChildOutput(
  snapshot: Snapshot,
  { state, item, output }: { readonly state: string; readonly item: number; readonly output: JsonObject },
): Snapshot | null {
  const children = childrenMemory(snapshot);
  const context = snapshot['context'];
  if (children[state]?.[item] !== null || !isJsonObject(context)) return null;
  const outputs = children[state].map((known, index) => (index === item ? output : known));
  return { ...snapshot, context: { ...context, children: { ...children, [state]: outputs } } };
}

/** Whether the state or one below it is active. */
export function isActive(active: readonly string[], path: string): boolean {
  return path === '' || active.some((leaf) => leaf === path || leaf.startsWith(`${path}.`));
}

/** The active states and all around them, the inner ones first; the top level comes last. */
export function activeChain(active: readonly string[]): readonly string[] {
  const paths = new Set(active.flatMap(ancestry));
  return [...paths].sort((a, b) => depth(b) - depth(a));
}

function ancestry(leaf: string): readonly string[] {
  const names = leaf.split('.');
  return [...names.map((_, index) => names.slice(0, names.length - index).join('.')), ''];
}

function depth(path: string): number {
  return path === '' ? 0 : path.split('.').length;
}

/** XState's value is a name, or a map from the names of active children to theirs. */
function leavesOf(value: Json, path: string): string[] {
  const below = (name: string): string => (path === '' ? name : `${path}.${name}`);
  if (typeof value === 'string') return [below(value)];
  const children = isJsonObject(value) ? Object.entries(value) : [];
  if (children.length === 0) return path === '' ? [] : [path];
  return children.flatMap(([name, child]) => leavesOf(child, below(name)));
}

/**
 * Parallel regions are served in the order in which the snapshot names them, and a database may store the keys of
 * an object in another order. So a snapshot always names them in the order of the definition.
 */
export function inDocumentOrder(process: CompiledProcess, snapshot: Snapshot): Snapshot {
  return { ...snapshot, value: ordered(process.definition.root, snapshot['value'] ?? {}) };
}

function ordered(state: StateSpec, value: Json): Json {
  if (!isJsonObject(value)) return value;
  const known = Object.entries(state.states).filter(([name]) => name in value);
  // A name that the definition does not have is left for the restoring machine to refuse.
  if (known.length !== Object.keys(value).length) return value;
  return Object.fromEntries(known.map(([name, child]) => [name, ordered(child, value[name] ?? {})]));
}
