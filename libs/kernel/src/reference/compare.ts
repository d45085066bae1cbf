import { compileProcess } from '../compile/compile-process.js';
import type { CompiledProcess } from '../compile/compiled-process.js';
import type { DecisionTable } from '../decisions/decision-table.js';
import type { Json, ProcessDefinition } from '../definition/language.js';
import { variables } from '../step/snapshot-state.js';
import { step } from '../step/step.js';
import type { KernelEvent, Snapshot, StepEffect, StepFacts, StepOutcome } from '../step/step.types.js';
import type { Choices } from './choices.js';
import { RandomWalk } from './random-walk.js';
import { ReferenceInterpreter } from './reference-interpreter.js';

type Tables = ReadonlyMap<string, DecisionTable>;

/** One sent event with the facts of its step. */
export interface Recorded {
  readonly event: KernelEvent;
  readonly facts: StepFacts;
}

/** What a walk came to. */
export interface Walk {
  readonly recorded: readonly Recorded[];
  readonly snapshot: Snapshot | null;
  /** How often each kind of outcome came, for the tests of the test. */
  readonly outcomes: { readonly [outcome: string]: number };
}

/** Walks the kernel and the reference side by side and throws where they differ. */
export function walkBoth(
  definition: ProcessDefinition,
  choices: Choices,
  length: number,
  tables: Tables = new Map(),
): Walk {
  const compiled = compileProcess(definition, tables);
  if (!compiled.ok) throw new TypeError(`the definition does not compile: ${JSON.stringify(compiled.problems)}`);
  const pair = new Pair(compiled.value, tables);
  const walk = new RandomWalk(choices, definition);
  pair.send({ kind: 'start', input: {} }, walk.facts());
  for (let index = 0; index < length && pair.isRunning; index += 1) {
    pair.send(
      walk.next([...pair.reference.armed].sort(), pair.reference.activeLeaves, pair.reference.children),
      walk.facts(),
    );
  }
  return pair;
}

/** Sends recorded events again, through JSON as a database would store it. */
export function replay(
  process: CompiledProcess,
  recorded: readonly Recorded[],
  store: (snapshot: Snapshot) => Snapshot,
): Snapshot | null {
  let snapshot: Snapshot | null = null;
  for (const { event, facts } of recorded) {
    const outcome: StepOutcome = step(process, snapshot === null ? null : store(snapshot), event, facts);
    if (outcome.ok) snapshot = outcome.snapshot;
  }
  return snapshot;
}

class Pair implements Walk {
  readonly reference: ReferenceInterpreter;
  readonly recorded: Recorded[] = [];
  readonly outcomes: { [outcome: string]: number } = {};
  snapshot: Snapshot | null = null;
  private readonly armed = new Set<string>();

  constructor(
    private readonly process: CompiledProcess,
    tables: Tables,
  ) {
    this.reference = new ReferenceInterpreter(process.definition, tables);
  }

  get isRunning(): boolean {
    return this.snapshot !== null && this.reference.status === 'active';
  }

  send(event: KernelEvent, facts: StepFacts): void {
    this.recorded.push({ event, facts });
    const expected = this.reference.step(event, facts);
    const outcome = step(this.process, this.snapshot, event, facts);
    this.count(outcome);
    this.expectEqual('outcome', outcome.ok ? 'ok' : outcome.problem.code, expected.ok ? 'ok' : expected.code);
    if (!outcome.ok) return;
    if (event.kind === 'deadline') this.armed.delete(`${event.state} ${event.deadline}`);
    for (const effect of outcome.effects) this.follow(effect);
    this.snapshot = outcome.snapshot;
    this.compare(outcome);
  }

  private compare(outcome: StepOutcome & { ok: true }): void {
    this.expectEqual('effects', outcome.effects.map(sortedEffect), this.reference.effects.map(sortedEffect));
    this.expectEqual('active states', [...outcome.active], this.reference.activeLeaves);
    this.expectEqual('variables', sorted(variables(outcome.snapshot)), sorted(this.reference.variables));
    this.expectEqual('armed timers', [...this.armed].sort(), [...this.reference.armed].sort());
    this.expectEqual('effects', outcome.effects.map(sortedEffect), this.reference.effects.map(sortedEffect));
    this.expectEqual('status', outcome.status, this.reference.status);
    this.expectEqual('output', sorted(outcome.output), sorted(this.reference.output));
  }

  /** A timer is armed once and disarmed only while it is armed. */
  private follow(effect: StepEffect): void {
    if (effect.kind !== 'arm' && effect.kind !== 'disarm') return;
    const key = `${effect.state} ${effect.deadline}`;
    this.expectEqual(`whether ${key} was armed before ${effect.kind}`, this.armed.has(key), effect.kind === 'disarm');
    if (effect.kind === 'arm') this.armed.add(key);
    else this.armed.delete(key);
  }

  private count(outcome: StepOutcome): void {
    const key = outcome.ok ? 'ok' : outcome.problem.code;
    this.outcomes[key] = (this.outcomes[key] ?? 0) + 1;
  }

  private expectEqual(what: string, kernel: Json, reference: Json): void {
    const [ours, theirs] = [JSON.stringify(kernel), JSON.stringify(reference)];
    if (ours === theirs) return;
    const events = this.recorded.map(({ event }) => JSON.stringify(event)).join('\n  ');
    throw new Error(`${what} differ after\n  ${events}\nkernel:    ${ours}\nreference: ${theirs}`);
  }
}

function sorted(object: { readonly [name: string]: Json }): Json {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sortedEffect(effect: StepEffect): Json {
  return sorted({ ...effect });
}
