import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DefinitionIndex, transitionsOf } from '../definition/definition-index.js';
import type { ProcessDefinition } from '../definition/language.js';
import { parseProcess } from '../definition/parse-process.js';
import { type Entry, Exploration } from '../gate/explore/exploration.js';
import type { Stimulus } from '../gate/explore/stimulus.js';
import type { KernelEvent } from '../step/step.types.js';
import { Choices } from './choices.js';
import { randomDefinition } from './random-definition.js';
import { randomTables } from './random-tables.js';
import { RandomWalk } from './random-walk.js';
import { ReferenceInterpreter } from './reference-interpreter.js';

const NO_INPUTS: ReadonlySet<string> = new Set();
const TABLES = randomTables();
const LIMITS = { situations: 3_000, work: 30_000 };

describe('the exploration of the gate', () => {
  it('comes to every state that a walk of the reference does', () => {
    let conclusive = 0;
    fc.assert(
      fc.property(numbers(150), numbers(300), (shape, path) => {
        const definition = definitionOf(shape);
        const exploration = new Exploration(new DefinitionIndex(definition), {
          inputs: NO_INPUTS,
          limits: LIMITS,
          tables: TABLES,
        });
        if (!exploration.isComplete) return;
        conclusive += 1;
        const strangers = walked(definition, new Choices(path)).filter((state) => !exploration.entered.has(state));
        expect(strangers).toEqual([]);
      }),
      { numRuns: 200, interruptAfterTimeLimit: 15_000 },
    );
    expect(conclusive).toBeGreaterThan(20);
  }, 40_000);

  it('comes to no state for certain that the reference cannot be led to the same way', () => {
    let count = 0;
    fc.assert(
      fc.property(numbers(150), fc.nat(99_999), (shape, seed) => {
        const definition = definitionOf(shape);
        const exploration = new Exploration(new DefinitionIndex(definition), {
          inputs: NO_INPUTS,
          limits: LIMITS,
          tables: TABLES,
        });
        for (const [state, entry] of exploration.entered) {
          const way = stimuliOf(entry);
          if (entry.guess !== null || way.length > 4) continue;
          count += 1;
          // Assignments on which no guard depends are not followed, and may be refused.
          const isLed = TRIES.some((at) =>
            ['entered', 'bad-assign'].includes(led(definition, way, state, new Choices(scattered(seed + at)))),
          );
          expect([state, way, isLed]).toEqual([state, way, true]);
        }
      }),
      { numRuns: 60, interruptAfterTimeLimit: 15_000 },
    );
    expect(count).toBeGreaterThan(50);
  }, 60_000);
});

const TRIES = Array.from({ length: 400 }, (_, index) => index);

/** Numbers without visible order. */
function scattered(seed: number): readonly number[] {
  let number = seed * 7_919 + 1;
  return Array.from({ length: 80 }, () => {
    number = (number * 48_271) % 2_147_483_647;
    return number;
  });
}

function stimuliOf({ from, via }: Entry): readonly Stimulus[] {
  return from === null ? [via] : [...stimuliOf(from), via];
}

/** Sends the stimuli with facts at random: whether the last one enters the state, or why a step is refused. */
function led(definition: ProcessDefinition, way: readonly Stimulus[], state: string, choices: Choices): string {
  const reference = new ReferenceInterpreter(definition, TABLES);
  const walk = new RandomWalk(choices, definition);
  for (const stimulus of way) {
    const outcome = reference.step(eventOf(stimulus, reference, choices), walk.facts());
    if (!outcome.ok) return outcome.code;
  }
  const isEntered = reference.effects.some((effect) => effect.kind === 'enter' && effect.state === state);
  return isEntered ? 'entered' : 'elsewhere';
}

function eventOf(stimulus: Stimulus, reference: ReferenceInterpreter, choices: Choices): KernelEvent {
  switch (stimulus.kind) {
    case 'start':
      return { kind: 'start', input: {} };
    case 'event':
      return { kind: 'event', name: stimulus.name, ...(stimulus.to !== undefined && { to: stimulus.to }) };
    case 'deadline':
      return stimulus;
    case 'completed':
      return completion(stimulus.state, reference, choices);
    case 'goto':
      return { kind: 'goto', state: stimulus.state };
  }
}

/** Of many children one that is awaited completes. */
function completion(state: string, { children }: ReferenceInterpreter, choices: Choices): KernelEvent {
  const output = { result: choices.below(4) };
  const many = children.get(state);
  if (many === undefined) return { kind: 'completed', state, output };
  const awaited = many.flatMap((given, item) => (given === null ? [item] : []));
  return { kind: 'completed', state, output, item: choices.any(awaited) ?? 0 };
}

/** Every state that a random walk of the reference interpreter enters, as far as the engine would let it go. */
function walked(definition: ProcessDefinition, choices: Choices): readonly string[] {
  const reference = new ReferenceInterpreter(definition, TABLES);
  const walk = new RandomWalk(choices, definition);
  const work = new Work(definition);
  const entered = new Set<string>();
  const take = (event: KernelEvent): boolean => {
    const before = reference.activeLeaves;
    if (!reference.step(event, walk.facts()).ok) return false;
    for (const effect of reference.effects) {
      if (effect.kind === 'enter') entered.add(effect.state);
      if (effect.kind === 'exit' && before.includes(effect.state)) work.leave(effect.state, event);
    }
    return true;
  };
  if (!take({ kind: 'start', input: {} })) return [];
  for (let count = 0; count < 60 && reference.status === 'active'; count += 1) {
    const armed = [...reference.armed].sort().filter((timer) => !work.isLater(timer, reference.armed));
    const event = walk.next(armed, reference.activeLeaves, reference.children);
    if (event.kind !== 'goto' || work.mayReturn(event.state, reference.activeLeaves)) take(event);
  }
  return [...entered].filter((state) => state !== '');
}

/** What the engine adds to the kernel: deadlines pass in the order of time, and only done work is returned. */
class Work {
  private readonly index: DefinitionIndex;
  private readonly done = new Set<string>();
  private readonly assigned: ReadonlySet<string>;
  private readonly extended: ReadonlySet<string>;

  constructor(private readonly definition: ProcessDefinition) {
    this.index = new DefinitionIndex(definition);
    const transitions = [...this.index.states.values()].flatMap(transitionsOf).map(({ transition }) => transition);
    this.assigned = new Set(transitions.flatMap(({ assign }) => Object.keys(assign)));
    this.extended = new Set(transitions.flatMap(({ extend }) => extend?.deadline ?? []));
  }

  leave(state: string, event: KernelEvent): void {
    if (event.kind !== 'event' || this.index.states.get(state)?.task === undefined) return;
    const isView = Object.values(this.definition.views).some(({ changedBy }) => changedBy === event.name);
    if (!isView && (event.to === undefined || event.to === state)) this.done.add(state);
  }

  mayReturn(to: string, active: readonly string[]): boolean {
    const region = this.index.regionOf(to);
    const tasks = active.filter((state) => this.index.states.get(state)?.task?.allow.includes('return'));
    return this.done.has(to) && tasks.some((state) => state !== to && this.index.regionOf(state) === region);
  }

  /** What is counted back from a date passes before it, where both are reckoned with the same date. */
  isLater(timer: string, armed: ReadonlySet<string>): boolean {
    const [state = '', deadline = ''] = timer.split(' ');
    const back = Object.entries(this.definition.deadlines ?? {}).filter(([, { until }]) => until === deadline);
    return back.some(([name]) => {
      if (this.extended.has(name)) return false;
      const isFixed = !this.assigned.has(deadline);
      return armed.has(`${state} ${name}`) || (isFixed && [...armed].some((other) => other.endsWith(` ${name}`)));
    });
  }
}

function definitionOf(shape: readonly number[]): ProcessDefinition {
  const result = parseProcess(randomDefinition(new Choices(shape)), 'random.yaml');
  if (!result.ok) throw new TypeError(JSON.stringify(result.problems));
  return result.value;
}

function numbers(length: number): fc.Arbitrary<number[]> {
  return fc.array(fc.nat(99_999), { minLength: 0, maxLength: length, size: 'max' });
}
