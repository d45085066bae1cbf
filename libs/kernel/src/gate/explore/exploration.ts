import type { DefinitionIndex } from '../../definition/definition-index.js';
import type { Json, StateSpec, TransitionSpec } from '../../definition/language.js';
import type { PathStep } from '../../definition/problem.js';
import { isLeaf, type TreeNode } from '../../reference/reference-tree.js';
import { ChoiceTree } from './choice-tree.js';
import { GateLanguage } from './gate-language.js';
import { GateStep } from './gate-step.js';
import type { Overlap } from './overlaps.js';
import { keyOf, leavesOf, type Situation } from './situation.js';
import { GateRefusal, nameOf, type Stimulus } from './stimulus.js';

/** How far the gate looks. Beyond it only the structure is checked. */
export interface ExploreLimits {
  /** Different situations. */
  readonly situations: number;
  /** Active states looked at, over all steps and all ways in which what is open can fall. */
  readonly work: number;
}
export const USUAL_LIMITS: ExploreLimits = { situations: 20_000, work: 60_000 };

/** A situation that was come upon, and how. */
export interface Visit {
  readonly situation: Situation;
  readonly from: Visit | null;
  readonly via: Stimulus;
  /** Why it is not certain that it comes about; null when it is. */
  readonly guess: string | null;
  readonly next: Set<Visit>;
}

/** How a state is entered. */
export type Entry = Pick<Visit, 'from' | 'via' | 'guess'>;

/** A step that the kernel would refuse though nobody did anything wrong. */
export interface Refused {
  readonly from: Visit | null;
  readonly via: Stimulus;
  readonly refusal: GateRefusal;
  readonly guess: string | null;
}

/** Where an overlap was seen. */
export interface SeenOverlap extends Overlap {
  readonly from: Visit | null;
  readonly via: Stimulus;
  readonly guess: string | null;
}

/** What the gate is told of the world around a definition. */
export interface ExploreInput {
  /** Variables that whoever starts the process may set; without it, those that the process itself never sets. */
  readonly inputs?: ReadonlySet<string>;
  /** Values of parameters as a region pins them. */
  readonly parameters?: { readonly [name: string]: Json };
  readonly limits?: ExploreLimits;
}

/**
 * Every situation that a process can come to, breadth first: its active states together with the values that guards
 * can tell apart. Deadlines may pass in any order, and whatever comes from outside may have any value.
 */
export class Exploration {
  readonly language: GateLanguage;
  readonly visits = new Map<string, Visit>();
  readonly taken = new Set<TransitionSpec>();
  /** How each state was entered first. */
  readonly entered = new Map<string, Entry>();
  readonly refused: Refused[] = [];
  readonly overlaps: SeenOverlap[] = [];
  /** False when the limits were reached. */
  readonly isComplete: boolean;
  private readonly queue: Visit[] = [];
  private work = 0;

  constructor(
    private readonly index: DefinitionIndex,
    private readonly input: ExploreInput = {},
  ) {
    this.language = new GateLanguage(index);
    this.begin();
    for (let visit = this.queue.shift(); visit !== undefined && this.isWithinLimits; visit = this.queue.shift())
      for (const stimulus of this.stimuliIn(visit.situation)) this.tryAll(visit, stimulus, visit.situation);
    this.isComplete = this.isWithinLimits;
  }

  /** Whether what was not come upon cannot be; a refused step hides what would lie behind it. */
  get isConclusive(): boolean {
    return this.isComplete && this.refused.length === 0;
  }

  /** The way from the start to a situation. */
  pathTo(visit: Visit | null): readonly PathStep[] {
    if (visit === null) return [];
    const here = { state: leavesOf(visit.situation).join(' + '), via: nameOf(visit.via) };
    return [...this.pathTo(visit.from), here];
  }

  /** The way from the start to a state, which may be left at once; empty when there is none. */
  pathToState(path: string): readonly PathStep[] {
    const entry = this.entered.get(path);
    return entry === undefined ? [] : [...this.pathTo(entry.from), { state: path, via: nameOf(entry.via) }];
  }

  private get isWithinLimits(): boolean {
    const { situations, work } = this.input.limits ?? USUAL_LIMITS;
    return this.visits.size <= situations && this.work <= work;
  }

  private begin(): void {
    for (const parameters of this.parameterCases()) {
      const values = new Map<string, Json>();
      for (const name of this.language.flow.variables) {
        const initial = this.index.definition.variables[name]?.default ?? null;
        if (initial === null || this.language.flow.isFollowed(name)) values.set(name, initial);
      }
      this.tryAll(null, { kind: 'start' }, { ...NOWHERE, parameters, values });
    }
  }

  /** Every combination of pinned values and bounds, or, when there are too many, each alone. */
  private parameterCases(): readonly { readonly [name: string]: Json }[] {
    const names = [...this.language.flow.parameters];
    const pinned = this.input.parameters ?? {};
    const choices = names.map((name) => {
      const given = pinned[name];
      const values = this.language.flow.parameterValues(name);
      return given === undefined ? values : [...new Set([given, ...values])];
    });
    const count = choices.reduce((product, values) => product * values.length, 1);
    if (count <= MAX_PARAMETER_CASES) return combinations(names, choices);
    const deepest = Math.max(...choices.map((values) => values.length));
    return Array.from({ length: deepest }, (_, at) =>
      Object.fromEntries(
        names.map((name, position) => [name, choices[position]?.[at] ?? choices[position]?.[0] ?? null]),
      ),
    );
  }

  /** Takes the step in every way in which its choices can fall. */
  private tryAll(from: Visit | null, via: Stimulus, situation: Situation): void {
    const choices = new ChoiceTree();
    do {
      this.tryOne(from, via, this.withInput(from, situation, choices), choices);
    } while (choices.next() && this.isWithinLimits);
  }

  private withInput(from: Visit | null, situation: Situation, choices: ChoiceTree): Situation {
    if (from !== null) return situation;
    const values = new Map(situation.values);
    for (const name of this.inputNames()) {
      const value = this.language.flow.isFollowed(name) ? choices.oneOf(this.inputValues(name)) : undefined;
      if (value === undefined) values.delete(name);
      else values.set(name, value);
    }
    return { ...situation, values };
  }

  /** Whoever starts a process sets the variables that have no value otherwise, and may set the others. */
  private inputValues(name: string): readonly [Json, ...Json[]] {
    const initial = this.index.definition.variables[name]?.default ?? null;
    const samples = this.language.flow.samplesOf(name);
    return initial === null ? samples : [initial, ...samples.filter((value) => value !== initial)];
  }

  private inputNames(): readonly string[] {
    const { flow } = this.language;
    const given = this.input.inputs ?? flow.unassigned;
    return [...flow.variables].filter((name) => given.has(name));
  }

  private tryOne(from: Visit | null, via: Stimulus, situation: Situation, choices: ChoiceTree): void {
    const step = new GateStep(this.language, situation, choices);
    const weight = 1 + situation.active.size;
    const guess = (): string | null => from?.guess ?? step.values.guess;
    try {
      const after = step.run(via);
      if (after === null) return;
      for (const spec of step.taken) this.taken.add(spec);
      for (const path of step.entered)
        if (!this.entered.has(path)) this.entered.set(path, { from, via, guess: guess() });
      this.overlaps.push(...step.overlaps.found.map((overlap) => ({ ...overlap, from, via, guess: guess() })));
      this.arrive(from, via, after, guess());
    } catch (error) {
      if (!(error instanceof GateRefusal)) throw error;
      this.refused.push({ from, via, refusal: error, guess: guess() });
    } finally {
      this.work += weight * Math.max(step.rounds, 1);
    }
  }

  private arrive(from: Visit | null, via: Stimulus, situation: Situation, guess: string | null): void {
    const key = keyOf(situation);
    const known = this.visits.get(key);
    const visit = known ?? { situation, from, via, guess, next: new Set<Visit>() };
    from?.next.add(visit);
    if (known !== undefined) return;
    this.visits.set(key, visit);
    if (!situation.isDone) this.queue.push(visit);
  }

  private stimuliIn({ active, spent }: Situation): readonly Stimulus[] {
    const states = [this.language.tree.root, ...active].map(({ spec }) => spec);
    const viewEvents = new Set(Object.values(this.index.definition.views).map((view) => view.changedBy));
    const names = new Set([...states.flatMap((spec) => Object.keys(spec.on)), ...viewEvents]);
    const deadlines = states.flatMap((spec) => Object.keys(spec.after).map((name) => [spec.path, name] as const));
    return [
      ...[...names].map((name) => ({ kind: 'event', name, isViewEvent: viewEvents.has(name) }) as const),
      ...addressed(states, [...active].filter(isLeaf)),
      ...deadlines
        .filter(([state, deadline]) => !spent.has(`${state} ${deadline}`))
        .map(([state, deadline]) => ({ kind: 'deadline', state, deadline }) as const),
      ...states
        .filter((spec) => spec.subprocess !== undefined)
        .map((spec) => ({ kind: 'completed', state: spec.path }) as const),
    ];
  }
}

/** Where several regions know an event, it may also be for one of them alone. */
function addressed(states: readonly StateSpec[], leaves: readonly TreeNode[]): readonly Stimulus[] {
  const names = new Set(states.flatMap((spec) => Object.keys(spec.on)));
  const shared = [...names].filter((name) => states.filter((spec) => spec.on[name] !== undefined).length > 1);
  if (leaves.length < 2) return [];
  return shared.flatMap((name) =>
    leaves.map(({ spec }) => ({ kind: 'event', name, isViewEvent: false, to: spec.path }) as const),
  );
}

const MAX_PARAMETER_CASES = 16;
const NOWHERE: Situation = {
  active: new Set(),
  memory: new Map(),
  values: new Map(),
  parameters: {},
  elapsed: new Set(),
  spent: new Set(),
  isDone: false,
};

function combinations(
  names: readonly string[],
  choices: readonly (readonly Json[])[],
): readonly { readonly [name: string]: Json }[] {
  return names.reduce<readonly { readonly [name: string]: Json }[]>(
    (cases, name, at) => cases.flatMap((one) => (choices[at] ?? []).map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
}
