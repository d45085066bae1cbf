import type { Json, JsonObject, SuspensionScope, TransitionSpec } from '../definition/language.js';

/** The persisted XState snapshot of an instance; opaque to all but the kernel. */
export type Snapshot = JsonObject;

/** Who sends an event; null for the system (deadlines, children). */
export interface Actor {
  readonly userId: number;
  readonly organisationId: number;
}

/**
 * Everything from outside that a step may read. The engine stores it with the history row,
 * so the same facts and the same snapshot always give the same outcome.
 */
export interface StepFacts {
  /** Business time of the command: ISO 8601 UTC instant with milliseconds. */
  readonly at: string;
  readonly actor: Actor | null;
  /** The validated form of the event, `command.payload` in expressions. */
  readonly payload: JsonObject;
  /** Values of the declared views by their name in the definition. */
  readonly views: { readonly [name: string]: Json };
  /** Parameters as pinned for the instance (all declared ones, regional values merged in). */
  readonly parameters: { readonly [name: string]: Json };
  /** What decision tables answered when the step was first taken; only in a replay, which does not ask them again. */
  readonly decisions?: readonly DecisionOutcome[];
}

/** One question that a step put to a decision table, and the answer: a fact for the history. */
export interface DecisionOutcome {
  /** Name in the definition, e.g. `route`. */
  readonly name: string;
  readonly table: string;
  readonly inputs: JsonObject;
  readonly output: Json;
  /** Rules that counted, from 1 on. */
  readonly rules: readonly number[];
}

export type KernelEvent =
  /** First step: `input` sets variables of the same name. */
  | { readonly kind: 'start'; readonly input: JsonObject }
  /** A declared UPPER_SNAKE event. */
  /** `to` names the active state that hears it (a task's); without it every region hears it. */
  | { readonly kind: 'event'; readonly name: string; readonly to?: string }
  /** A deadline of `after` has passed in that state. */
  | { readonly kind: 'deadline'; readonly state: string; readonly deadline: string }
  /** The subprocess of that state is done; with `each`, the one of that element. */
  | { readonly kind: 'completed'; readonly state: string; readonly output: JsonObject; readonly item?: number }
  /** Engine operations (退回): enter that state of the same region. */
  | { readonly kind: 'goto'; readonly state: string };

/** What a step asks the engine to do, in the order in which it happened. */
export type StepEffect =
  /** `choice`: what the assignee of its task computes, by the name of the part. */
  | { readonly kind: 'enter'; readonly state: string; readonly choice?: JsonObject }
  | { readonly kind: 'exit'; readonly state: string }
  /**
   * `duration` (ISO 8601 or working days) counts from the step's `at`; `date` means the end of that day, and with
   * `minus` the end of the last day on which so much still lies before it.
   */
  | {
      readonly kind: 'arm';
      readonly state: string;
      readonly deadline: string;
      readonly duration?: string;
      readonly date?: string;
      readonly minus?: string;
      readonly law?: string;
    }
  | { readonly kind: 'disarm'; readonly state: string; readonly deadline: string }
  | { readonly kind: 'extend'; readonly deadline: string; readonly atLeast: string }
  /** Everything in that scope stands still, except what is named; `resume` ends it. */
  | {
      readonly kind: 'suspend';
      readonly state: string;
      readonly scope: SuspensionScope;
      readonly cause: string;
      readonly except: readonly string[];
    }
  /** Ends what this instance, or with `case` anybody in the case, suspended for that cause. */
  | { readonly kind: 'resume'; readonly state: string; readonly scope: SuspensionScope; readonly cause: string }
  | { readonly kind: 'effect'; readonly name: string; readonly input: JsonObject; readonly state: string }
  /** With `each`, `item` is the position of the element in its list, from 0. */
  | {
      readonly kind: 'startChild';
      readonly state: string;
      readonly process: string;
      readonly input: JsonObject;
      readonly item?: number;
    }
  /** All children of that state which still run. */
  | { readonly kind: 'stopChild'; readonly state: string };

export type StepOutcome =
  | {
      readonly ok: true;
      readonly snapshot: Snapshot;
      readonly status: 'active' | 'done';
      /** Output of the final state; empty until done. */
      readonly output: JsonObject;
      readonly effects: readonly StepEffect[];
      /** Paths of the active atomic states, sorted. */
      readonly active: readonly string[];
      /** False when the event changed nothing because no transition was enabled. */
      readonly handled: boolean;
      /** What the step asked of decision tables, if it did. */
      readonly decisions?: readonly DecisionOutcome[];
    }
  | { readonly ok: false; readonly problem: StepProblem };

/** Why a step was refused. `defect: true` means the definition or kernel is wrong, not the caller. */
export interface StepProblem {
  readonly code:
    | 'unknown-event'
    | 'not-accepted'
    | 'guard-refused'
    | 'guard-null'
    | 'bad-assign'
    | 'bad-decision'
    | 'bad-delay'
    | 'iterations'
    | 'bad-snapshot'
    | 'unknown-state'
    | 'machine-error';
  readonly defect: boolean;
  readonly message: string;
  readonly state?: string;
  /** Text of the guard that refused, with the values it read. */
  readonly guard?: string;
  readonly values?: JsonObject;
}

/** One thing that may happen next, as buttons and explanations need it. */
export interface EventOption {
  readonly event: string;
  /** Path of the active state whose `on` declares it. */
  readonly state: string;
  readonly transition: TransitionSpec;
  /** Guard evaluated over the facts; null where it reads `command.payload`, which is not known yet. */
  readonly enabled: boolean | null;
  readonly guard?: string;
  readonly values?: JsonObject;
}
