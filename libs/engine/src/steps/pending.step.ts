import type { Actor, JsonObject, KernelEvent } from '#libs/kernel';
import type { HistoryKind } from '../history/history.draft.js';
import type { Candidate } from '../instances/case.rows.js';

/** One kernel step that is to be taken, and what history says of it. */
export interface PendingStep {
  readonly instanceId: number;
  readonly event: KernelEvent;
  readonly kind: HistoryKind;
  readonly at: Date;
  readonly actor: Actor | null;
  /** The task that the actor acted on. */
  readonly taskId: number | null;
  /** Validated form of the event. */
  readonly payload: JsonObject;
  /** Further facts for history, e.g. who fired a timer. */
  readonly facts: JsonObject;
  /** 退回: the work goes back to those who did it before. */
  readonly assign?: { readonly state: string; readonly candidates: readonly Candidate[] };
  /** 退回 with `deadlines: remaining`: what was left of them. */
  readonly left?: LeftDeadlines;
}

/** What was left of the deadlines of a step when it was done, each in its own unit. */
export interface LeftDeadlines {
  readonly state: string;
  /** Of its task; absent where it had none. */
  readonly due?: string;
  readonly after: Readonly<Record<string, string>>;
}

/** What a step did to the case, gathered for its history row. */
export interface StepRecord {
  readonly seq: number;
  readonly entered: string[];
  readonly exited: string[];
  readonly armed: JsonObject[];
  readonly opened: JsonObject[];
  readonly effects: string[];
  readonly started: JsonObject[];
  /** Suspensions that it began or ended, and the timers that stand still or run again since. */
  readonly suspended?: JsonObject[];
  /** Open tasks that other people have from now on. */
  reassigned?: JsonObject[];
}
