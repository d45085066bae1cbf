import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { createMachine, getInitialSnapshot, getNextSnapshot } from 'xstate';
import { activeStates, type CompiledProcess, type JsonObject, type Snapshot, step, type StepFacts } from '#libs/kernel';
import { toXStateJson, type XStateNode } from '#libs/records';
import { CONSTRUCTS, constructSource } from './constructs.js';
import { payloadOf } from './form-payload.js';
import { compiled, formSchema, shippedDefinitions } from './shipped-definitions.js';
import { MACHINE_SCHEMA } from './xstate-machine.schema.js';

const FACTS: StepFacts = { at: '2026-01-05T01:00:00.000Z', actor: null, payload: {}, views: {}, parameters: {} };
const ALL = [
  ...shippedDefinitions().map((process) => [process.definition.process, process] as const),
  ...Object.keys(CONSTRUCTS).map((name) => [name, compiled(constructSource(name))] as const),
];
let compares = 0;
const isMachine = new Ajv({ strict: false }).compile(MACHINE_SCHEMA);

describe.each(ALL)('%s', (_name, process) => {
  const json = JSON.parse(JSON.stringify(toXStateJson(process)));

  it('is a machine definition of XState', () => {
    isMachine(json);
    expect(isMachine.errors).toBeNull();
  });

  it('runs in a plain interpreter and takes every path without a guard as the kernel does', () => {
    const machine = machineOf(json);
    const start = getInitialSnapshot(machine);
    const here = step(process, null, { kind: 'start', input: {} }, FACTS);
    if (!here.ok) throw new TypeError(here.problem.message);
    expect(leavesOf(start.value)).toEqual(activeStates(process, here.snapshot));
    compares += compared(process, machine, [start, here.snapshot]);
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

/** Compares along all unguarded moves; answers how many there were. */
function compared(process: CompiledProcess, machine: any, [theirs, ours]: [any, Snapshot], seen = new Set<string>()): number {
  const place = JSON.stringify(ours['value']);
  if (seen.has(place) || ours['status'] !== 'active') return 0;
  seen.add(place);
  const ranking = [1, 2, 3].map((rank) => ({ organisationId: rank, price: rank, responseId: rank }));
  const views = Object.fromEntries(Object.keys(process.definition.views).map((name) => [name, { count: 3, ranking, total: 9_000 }]));
  let count = 0;
  for (const [kernelEvent, type, form] of plainMoves(process, activeStates(process, ours))) {
    const payload = form === undefined ? {} : (payloadOf(formSchema(form), () => 0) as JsonObject);
    const next = step(process, ours, kernelEvent, { ...FACTS, payload, views });
    if (!next.ok || next.effects.some((effect) => effect.kind === 'enter' && meetsGuard(process, effect.state))) continue;
    const followed = getNextSnapshot(machine, theirs, { type } as never) as any;
    expect([type, leavesOf(followed.value)]).toEqual([type, next.active]);
    count += 1 + compared(process, machine, [followed, next.snapshot], seen);
  }
  return count;
}

/** Moves that neither a guard decides nor lead to a state whose `always` one does. */
function plainMoves(process: CompiledProcess, active: readonly string[]): (readonly [any, string])[] {
  const chain = new Set(active.flatMap((leaf) => leaf.split('.').map((_, index, names) => names.slice(0, index + 1).join('.'))));
  const isPlain = (list: readonly any[]): boolean =>
    list.length === 1 && list[0].guard === undefined && !meetsGuard(process, list[0].target);
  return [...chain].flatMap((path) => {
    const state = process.states.get(path);
    const events = Object.entries(state?.on ?? {}).filter(([, list]) => isPlain(list));
    const deadlines = Object.entries(state?.after ?? {}).filter(([, list]) => isPlain(list));
    const id = `${process.definition.process.replaceAll('.', '_')}.${path}`;
    return [
      ...events.map(([name, [only]]) => [{ kind: 'event', name }, name, only?.form ?? state?.task?.form] as const),
      ...deadlines.map(([deadline]) => [{ kind: 'deadline', state: path, deadline }, `xstate.after.${deadline}.${id}`] as const),
    ];
  });
}

function meetsGuard(process: CompiledProcess, target: string | undefined): boolean {
  return target !== undefined && (process.states.get(target)?.always ?? []).length > 0;
}

/** Everything is there by name; guards are all false, because only paths without one are taken. */
function machineOf(json: any): any {
  const guards: Record<string, () => boolean> = {};
  const actions: Record<string, () => void> = {};
  const delays: Record<string, number> = {};
  const note = (node: XStateNode): void => {
    for (const name of Object.keys(node.after)) delays[name] = 1_000_000;
    const transitions = [...Object.values(node.on), ...Object.values(node.after), node.always, node.onDone ?? []].flat();
    for (const { guard } of transitions) if (guard) guards[guard.type] = () => false;
    for (const { type } of [...node.entry, ...node.exit, ...transitions.flatMap((each) => each.actions)]) actions[type] = () => undefined;
    for (const child of Object.values(node.states)) note(child);
  };
  note(json);
  return createMachine(json).provide({ guards, actions, delays } as never);
}

function leavesOf(value: any, path = ''): string[] {
  const below = (name: string): string => (path === '' ? name : `${path}.${name}`);
  if (typeof value === 'string') return [below(value)];
  const children = Object.entries(value);
  return children.length === 0 ? [path] : children.flatMap(([name, child]) => leavesOf(child, below(name))).sort();
}
