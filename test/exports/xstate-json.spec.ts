import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createMachine,
  getInitialSnapshot,
  getNextSnapshot,
  type MachineConfig,
  type StateValue,
} from 'xstate';
import {
  activeStates,
  type CompiledProcess,
  type JsonObject,
  type KernelEvent,
  type Snapshot,
  step,
  type StepFacts,
  type TransitionSpec,
} from '#libs/kernel';
import { toXStateJson, type XStateMachineJson, type XStateNode } from '#libs/records';
import { CONSTRUCTS, constructSource } from './constructs.js';
import { payloadOf } from './form-payload.js';
import { compiled, formSchema, shippedDefinitions } from './shipped-definitions.js';

const FACTS: StepFacts = { at: '2026-01-05T01:00:00.000Z', actor: null, payload: {}, views: {}, parameters: {} };
const ALL = [
  ...shippedDefinitions().map((process) => [process.definition.process, process] as const),
  ...Object.keys(CONSTRUCTS).map((name) => [name, compiled(constructSource(name))] as const),
];
let compares = 0;
// XState's own schema, unchanged.
const schema = JSON.parse(readFileSync(join('test', 'exports', 'xstate', 'machine.schema.json'), 'utf8'));
const isMachine = new Ajv({ strict: false }).compile(schema);

describe.each(ALL)('%s', (_name, process) => {
  const json: XStateMachineJson = JSON.parse(JSON.stringify(toXStateJson(process)));

  it('is a machine definition of XState', () => {
    isMachine(json);
    expect(isMachine.errors).toBeNull();
  });

  it('runs in a plain interpreter and takes every path without a guard as the kernel does', () => {
    const machine = machineOf(json);
    const start: AnyMachineSnapshot = getInitialSnapshot(machine);
    const here = step(process, null, { kind: 'start', input: {} }, FACTS);
    if (!here.ok) throw new TypeError(here.problem.message);
    expect(leavesOf(start.value)).toEqual(activeStates(process, here.snapshot));
    compares += compared(process, machine, { theirs: start, ours: here.snapshot });
  });
});

describe('all of them', () => {
  it('took many paths', () => {
    expect(compares).toBeGreaterThan(60);
  });
});

it('a machine without keys or with an unknown type is refused', () => {
  expect(isMachine({ id: 'x', key: 'x', type: 'odd', states: {} })).toBe(false);
  expect(isMachine({ id: 'x', type: 'compound', states: {} })).toBe(false);
});

type Move = readonly [event: KernelEvent, type: string, form?: string];

/** Compares along all unguarded moves; answers how many there were. */
function compared(process: CompiledProcess, machine: AnyStateMachine, here: Place, seen = new Set<string>()): number {
  const place = JSON.stringify(here.ours['value']);
  if (seen.has(place) || here.ours['status'] !== 'active') return 0;
  seen.add(place);
  let count = 0;
  for (const [event, type, form] of plainMoves(process, activeStates(process, here.ours))) {
    const payload = form === undefined ? {} : (payloadOf(formSchema(form), () => 0) as JsonObject);
    const next = step(process, here.ours, event, { ...FACTS, payload, views: viewsOf(process) });
    if (!next.ok || next.effects.some((effect) => effect.kind === 'enter' && asksFirst(process, effect.state)))
      continue;
    const theirs: AnyMachineSnapshot = getNextSnapshot(machine, here.theirs, { type });
    expect([type, leavesOf(theirs.value)]).toEqual([type, next.active]);
    count += 1 + compared(process, machine, { theirs, ours: next.snapshot }, seen);
  }
  return count;
}

interface Place {
  readonly theirs: AnyMachineSnapshot;
  readonly ours: Snapshot;
}

function viewsOf({ definition }: CompiledProcess): JsonObject {
  const ranking = [1, 2, 3].map((rank) => ({ organisationId: rank, price: rank, responseId: rank }));
  return Object.fromEntries(Object.keys(definition.views).map((name) => [name, { count: 3, ranking, total: 9_000 }]));
}

/** Moves that neither a guard decides nor lead to a state whose `always` one does. */
function plainMoves(process: CompiledProcess, active: readonly string[]): readonly Move[] {
  const chain = new Set(active.flatMap(upwards));
  const isPlain = ([only, ...more]: readonly TransitionSpec[]): boolean =>
    only !== undefined && more.length === 0 && only.guard === undefined && !asksFirst(process, only.target ?? '');
  return [...chain].flatMap((path): readonly Move[] => {
    const state = process.states.get(path);
    const events = Object.entries(state?.on ?? {}).filter(([, list]) => isPlain(list));
    const deadlines = Object.entries(state?.after ?? {}).filter(([, list]) => isPlain(list));
    const id = `${process.definition.process.replaceAll('.', '_')}.${path}`;
    return [
      ...events.map(([name, [only]]): Move => [{ kind: 'event', name }, name, only?.form ?? state?.task?.form]),
      ...deadlines.map(
        ([deadline]): Move => [{ kind: 'deadline', state: path, deadline }, `xstate.after.${deadline}.${id}`],
      ),
    ];
  });
}

function upwards(path: string): readonly string[] {
  return path.split('.').map((_, index, names) => names.slice(0, index + 1).join('.'));
}

function asksFirst(process: CompiledProcess, target: string): boolean {
  return (process.states.get(target)?.always ?? []).length > 0;
}

/** Everything is there by name; guards are all false, because only paths without one are taken. */
function machineOf(json: XStateMachineJson): AnyStateMachine {
  const nodes = nodesOf(json);
  const moves = nodes.flatMap((node) => [node.on, node.after].flatMap((map) => Object.values(map).flat()));
  const others = nodes.flatMap(({ always, onDone = [] }) => [...always, ...onDone]);
  const all = [...moves, ...others];
  const named = [...nodes.flatMap(({ entry, exit }) => [...entry, ...exit]), ...all.flatMap(({ actions }) => actions)];
  const machine = createMachine(json as unknown as MachineConfig<JsonObject, { readonly type: string }>);
  return machine.provide({
    guards: Object.fromEntries(all.flatMap(({ guard }) => (guard ? [[guard.type, () => false]] : []))),
    actions: Object.fromEntries(named.map(({ type }) => [type, () => undefined])),
    delays: Object.fromEntries(nodes.flatMap(({ after }) => Object.keys(after)).map((name) => [name, 1_000_000])),
  });
}

function nodesOf(node: XStateNode): readonly XStateNode[] {
  return [node, ...Object.values(node.states).flatMap(nodesOf)];
}

function leavesOf(value: StateValue, path = ''): string[] {
  const below = (name: string): string => (path === '' ? name : `${path}.${name}`);
  if (typeof value === 'string') return [below(value)];
  const children = Object.entries(value);
  if (children.length === 0) return [path];
  return children.flatMap(([name, child]) => (child === undefined ? [] : leavesOf(child, below(name)))).sort();
}
