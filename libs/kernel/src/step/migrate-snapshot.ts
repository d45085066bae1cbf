import { type CompiledMachine, type CompiledProcess, machineOf } from '../compile/compiled-process.js';
import { type ChildrenMemory, MACHINE_ID, nodeId } from '../compile/machine-config.js';
import { inertScope } from '../compile/runnable-machine.js';
import type { Json, JsonObject, StateSpec } from '../definition/language.js';
import { isJsonObject, isOfType } from '../values/value-type.js';
import { childrenMemory, elapsedOf, inDocumentOrder, memoryList, variables } from './snapshot-state.js';
import type { Snapshot } from './step.types.js';

/** Why a running instance cannot go on under another version of its definition. */
export const MIGRATION_OBSTACLES = [
  /** It has ended: there is nothing to move. */
  'ended',
  /** A state in which it stands is not in the other version. */
  'state-gone',
  /** A state in which it stands is of another kind there: a step, a group of steps, an end. */
  'state-changed',
  /** A parallel state in which it stands has other regions there. */
  'regions-changed',
  /** A variable that it holds has another type there. */
  'variable-type',
  /** A variable holds a value that is not a choice there. */
  'variable-value',
  /** A state in which it waits for a subprocess waits for none there. */
  'child-gone',
  /** A state in which it stands waits for a subprocess there, and none was started. */
  'child-missing',
  /** The other machine does not take the stored state for any other reason. */
  'bad-snapshot',
] as const;

/** One reason, with the state or variable it is about. */
export interface MigrationObstacle {
  readonly code: (typeof MIGRATION_OBSTACLES)[number];
  readonly where: string;
}

/** The stored state under the other version, or all reasons against it. */
export type MigrationOutcome =
  | { readonly ok: true; readonly snapshot: Snapshot }
  | { readonly ok: false; readonly obstacles: readonly MigrationObstacle[] };

/**
 * Carries a running instance over to another version: it stands in the same states with the same values; new
 * variables have their defaults, removed ones are dropped. Nothing moves by that, and nothing is done.
 */
export function migrateSnapshot(from: CompiledProcess, to: CompiledProcess, snapshot: Snapshot): MigrationOutcome {
  if (snapshot['status'] !== 'active') return { ok: false, obstacles: [{ code: 'ended', where: '' }] };
  const machine = machineOf(to);
  const pair = { from: from.definition.root, to: machine.definition.root };
  const values = carriedVariables(from, machine, snapshot);
  const obstacles = [...stateObstacles(pair, snapshot['value'] ?? {}), ...values.obstacles];
  if (obstacles.length > 0) return { ok: false, obstacles };
  const carried = inDocumentOrder(machine, {
    ...snapshot,
    context: { vars: values.vars, ...carriedDeadlines(machine, snapshot), ...carriedChildren(machine, snapshot) },
    historyValue: carriedHistory(machine, snapshot['historyValue']),
  });
  return isAccepted(machine, carried)
    ? { ok: true, snapshot: carried }
    : { ok: false, obstacles: [{ code: 'bad-snapshot', where: '' }] };
}

interface StatePair {
  readonly from: StateSpec;
  readonly to: StateSpec;
}

/** Walks down the active states of both versions at once. */
function stateObstacles({ from, to }: StatePair, value: Json): MigrationObstacle[] {
  const where = from.path;
  if (from.kind !== to.kind) return [{ code: 'state-changed', where }];
  const own = childObstacles({ from, to });
  const active = typeof value === 'string' ? { [value]: {} } : isJsonObject(value) ? value : {};
  if (to.kind === 'parallel' && !haveSameNames(to.states, from.states)) {
    return [...own, { code: 'regions-changed', where }];
  }
  const below = Object.entries(active).flatMap(([name, child]): MigrationObstacle[] => {
    const [before, after] = [from.states[name], to.states[name]];
    if (before === undefined || after === undefined) {
      return [{ code: 'state-gone', where: before?.path ?? name }];
    }
    return stateObstacles({ from: before, to: after }, child);
  });
  return [...own, ...below];
}

function childObstacles({ from, to }: StatePair): MigrationObstacle[] {
  const isAlike = (from.subprocess === undefined) === (to.subprocess === undefined);
  const isOneToOne = (from.subprocess?.each === undefined) === (to.subprocess?.each === undefined);
  if (isAlike && isOneToOne) return [];
  return [{ code: to.subprocess === undefined || isAlike ? 'child-gone' : 'child-missing', where: from.path }];
}

function haveSameNames(a: object, b: object): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => name in b);
}

function carriedVariables(from: CompiledProcess, { definition }: CompiledMachine, snapshot: Snapshot) {
  const held = variables(snapshot);
  const obstacles: MigrationObstacle[] = [];
  const vars: { [name: string]: Json } = {};
  for (const [name, spec] of Object.entries(definition.variables)) {
    const value = held[name];
    const isKnown = name in from.definition.variables && value !== undefined && value !== null;
    vars[name] = isKnown ? value : spec.default;
    if (!isKnown) continue;
    if (!isOfType(value, spec.type)) obstacles.push({ code: 'variable-type', where: name });
    else if (spec.enum !== undefined && !spec.enum.includes(value)) {
      obstacles.push({ code: 'variable-value', where: name });
    }
  }
  return { vars, obstacles };
}

/** Deadlines that have passed stay passed, as far as the other version knows them. */
function carriedDeadlines({ definition, states }: CompiledMachine, snapshot: Snapshot): JsonObject {
  const isDeadline = (name: string): boolean =>
    name in definition.parameters || name in definition.variables || name in (definition.deadlines ?? {});
  const isArmable = (key: string): boolean => {
    const [deadline = '', state = ''] = key.split('@');
    return states.get(state)?.after[deadline] !== undefined;
  };
  return {
    elapsed: elapsedOf(snapshot).filter(isDeadline),
    fired: memoryList(snapshot, 'fired').filter(isArmable),
  };
}

/** What the children of a state with `each` gave, as long as it waits for many there too. */
function carriedChildren({ states }: CompiledMachine, snapshot: Snapshot): { readonly children?: ChildrenMemory } {
  const kept = Object.entries(childrenMemory(snapshot)).filter(
    ([state]) => states.get(state)?.subprocess?.each !== undefined,
  );
  return kept.length === 0 ? {} : { children: Object.fromEntries(kept) };
}

/** What history states remember, as far as both they and the remembered states are still there. */
function carriedHistory({ states }: CompiledMachine, remembered: Json | undefined): JsonObject {
  const ids = new Set([...states.keys()].map(nodeId));
  const isHistory = (id: string): boolean => states.get(id.slice(MACHINE_ID.length + 1))?.kind === 'history';
  const isThere = (node: Json): boolean => isJsonObject(node) && typeof node['id'] === 'string' && ids.has(node['id']);
  return Object.fromEntries(
    Object.entries(isJsonObject(remembered) ? remembered : {}).filter(
      ([id, nodes]) => isHistory(id) && Array.isArray(nodes) && nodes.every(isThere),
    ),
  );
}

function isAccepted(machine: CompiledMachine, snapshot: Snapshot): boolean {
  try {
    machine.machine.restoreSnapshot(
      snapshot,
      inertScope(() => undefined),
    );
    return true;
  } catch {
    return false;
  }
}
