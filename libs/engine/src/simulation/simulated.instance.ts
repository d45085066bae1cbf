import { localDate } from '#libs/calendar';
import {
  type Actor,
  activeStates,
  type Json,
  type JsonObject,
  type Snapshot,
  type StepEffect,
  type StepFacts,
  variables,
} from '#libs/kernel';
import type { Bundle } from '../definitions/bundle.js';
import type { PlannedTimer } from '../timers/planned-timer.js';
import type { Random } from './random.js';
import type { Draws, SampleScope } from './sample.js';
import type { ViewMaker } from './view.maker.js';

/** A definition that cases run, with what makes the values of its views. */
export interface Subject {
  readonly bundle: Bundle;
  readonly views: ViewMaker;
  /** Place of each state in the file. */
  readonly order: ReadonlyMap<string, number>;
}

/** An entered state. Entered again it is another one. */
export interface Stay {
  readonly state: string;
  readonly enteredAt: number;
  isOver: boolean;
  /** Since when it stands still, and for which cause. */
  held?: { readonly since: number; readonly cause: string } | undefined;
  /** Office minutes for which it has stood still. */
  heldMinutes: number;
}

export interface SimulatedTimer {
  readonly state: string;
  readonly deadline: string;
  readonly isDue: boolean;
  plan: PlannedTimer;
  nextStep: number;
  /** What was left when it stood still; it is void in the queue meanwhile. */
  remaining?: string | undefined;
  /** Grows when the timer is moved: what was put into the queue before is then void. */
  generation: number;
  isOver: boolean;
}

/** What happened just before a step, and who caused it. */
export interface Cause {
  readonly at: number;
  readonly actor: Actor | null;
  readonly payload: JsonObject;
}

/** The last step of an instance, as far as taking it back needs it. */
export interface LastStep {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly effects: readonly StepEffect[];
  readonly cancelled: readonly SimulatedTimer[];
  readonly opened: readonly SimulatedTimer[];
}

/** One running process of a simulated case. */
export class SimulatedInstance {
  snapshot: Snapshot | null = null;
  isOver = false;
  /** Number in its case. */
  id = 0;
  last: LastStep | null = null;
  /** States whose tasks people have finished, the latest last. */
  readonly finished: string[] = [];
  /** Due times that go on where a task opens again. */
  keptDue: ReadonlyMap<string, PlannedTimer> = new Map();
  /** Why the people of a task could do nothing, the last time. */
  blocked: string | null = null;
  readonly stays = new Map<string, Stay>();
  readonly timers = new Set<SimulatedTimer>();
  private readonly draws: Draws = new Map();
  private readonly taken = new Map<string, number>();

  /** Which of many children of its parent's state it is. */
  item: number | undefined;

  constructor(
    readonly subject: Subject,
    readonly parent: SimulatedInstance | null,
    readonly parentState: string,
    private readonly random: Random,
  ) {}

  get parentId(): number | null {
    return this.parent?.id ?? null;
  }

  get process(): string {
    return this.subject.bundle.content.process;
  }

  active(): string[] {
    return this.snapshot ? activeStates(this.subject.bundle.compiled, this.snapshot) : [];
  }

  took(event: string): void {
    this.taken.set(event, (this.taken.get(event) ?? 0) + 1);
  }

  facts({ at, actor, payload }: Cause): StepFacts {
    return {
      at: new Date(at).toISOString(),
      actor,
      payload,
      views: this.subject.views.read(this.scope(at), this.draws),
      parameters: this.subject.bundle.content.parameters,
    };
  }

  scope(at: number): SampleScope {
    return {
      random: this.random,
      today: localDate(new Date(at).toISOString()),
      count: (event) => this.taken.get(event) ?? 0,
      value: (name) => this.value(name),
    };
  }

  private value(name: string): Json {
    const own = this.snapshot ? variables(this.snapshot)[name] : undefined;
    return own ?? this.subject.bundle.content.parameters[name] ?? null;
  }
}
