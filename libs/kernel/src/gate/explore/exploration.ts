import type { DecisionTable } from '../../decisions/decision-table.js';
import type { DefinitionIndex } from '../../definition/definition-index.js';
import type { Json, TransitionSpec } from '../../definition/language.js';
import type { PathStep } from '../../definition/problem.js';
import { ChoiceTree } from './choice-tree.js';
import { GateLanguage } from './gate-language.js';
import { GateStep } from './gate-step.js';
import type { Overlap } from './overlaps.js';
import { parameterCases } from './parameter-cases.js';
import { keyOf, leavesOf, type Situation } from './situation.js';
import { Stimuli } from './stimuli.js';
import { GateRefusal, nameOf, type Stimulus } from './stimulus.js';
import { WorkMeter, WorkSpent } from './work-meter.js';

/** How far the gate looks. Beyond it only the structure is checked. */
export interface ExploreLimits {
  /** Different situations. */
  readonly situations: number;
  /** States looked at and values computed, over all steps and all ways in which what is open can fall. */
  readonly work: number;
}
/** So much is done in less than a second. */
export const USUAL_LIMITS: ExploreLimits = { situations: 20_000, work: 200_000 };

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
  /** Decision tables by name, with the thresholds of a region; the answers of others may be anything. */
  readonly tables?: ReadonlyMap<string, DecisionTable>;
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
  /** Why not every situation was looked at; null when all were. */
  readonly missing: string | null;
  readonly meter: WorkMeter;
  private readonly limits: ExploreLimits;
  private readonly queue: Visit[] = [];
  private areAllParameters = true;

  constructor(
    private readonly index: DefinitionIndex,
    private readonly input: ExploreInput = {},
  ) {
    this.limits = input.limits ?? USUAL_LIMITS;
    this.meter = new WorkMeter(this.limits.work);
    this.language = new GateLanguage(index, input.tables ?? new Map());
    this.explore(new Stimuli(index));
    this.missing = this.whyMissing();
  }

  get isComplete(): boolean {
    return this.missing === null;
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
    return this.visits.size <= this.limits.situations && !this.meter.isSpent;
  }

  private whyMissing(): string | null {
    if (!this.isWithinLimits) return `the process has more than ${this.visits.size} situations`;
    return this.areAllParameters ? null : 'guards read more parameters than can be combined in every way';
  }

  private explore(stimuli: Stimuli): void {
    try {
      this.begin();
      for (let at = 0; at < this.queue.length && this.isWithinLimits; at += 1) {
        const visit = this.queue[at];
        if (visit === undefined) return;
        for (const stimulus of stimuli.in(visit.situation)) this.tryAll(visit, stimulus, visit.situation);
      }
    } catch (error) {
      if (!(error instanceof WorkSpent)) throw error;
    }
  }

  private begin(): void {
    const { cases, areAll } = parameterCases(this.language.flow, this.input.parameters ?? {});
    this.areAllParameters = areAll;
    for (const parameters of cases) {
      const values = new Map<string, Json>();
      for (const name of this.language.flow.variables) {
        const initial = this.index.definition.variables[name]?.default ?? null;
        if (this.language.flow.isKnownAtFirst(name)) values.set(name, initial);
      }
      this.tryAll(null, { kind: 'start' }, { ...NOWHERE, parameters, values });
    }
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
    this.meter.spend(1 + situation.values.size / 4);
    const step = new GateStep(this.language, situation, choices, this.meter);
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
}

const NOWHERE: Situation = {
  active: new Set(),
  memory: new Map(),
  values: new Map(),
  parameters: {},
  elapsed: new Set(),
  spent: new Set(),
  children: new Map(),
  acted: new Set(),
  isDone: false,
};
