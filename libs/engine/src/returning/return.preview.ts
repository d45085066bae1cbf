import type { StepEffect } from '#libs/kernel';
import type { Bundle } from '../definitions/bundle.js';
import type { InstanceRow } from '../instances/case.rows.js';
import type { Language } from '../language/language.js';
import type { EarlierStep } from './earlier.steps.js';

/** The task, its instance, and where it would go. */
export interface PreviewScope {
  readonly rootId: number;
  readonly instance: InstanceRow;
  readonly bundle: Bundle;
  readonly state: string;
  readonly target: EarlierStep;
  readonly effects: readonly StepEffect[];
  readonly language: Language;
}

/** A deadline, with what people call it and the step it belongs to. */
export interface NamedDeadline {
  readonly state: string;
  readonly title: string;
  readonly deadline: string;
  readonly deadlineTitle: string;
}

/** A step that will have to be done again, or that is closed before it was done. */
export interface UndoneStep {
  readonly task: number;
  readonly state: string;
  readonly title: string;
  readonly status: 'open' | 'done';
  /** Votes that stay in the ledger and count no more. */
  readonly votes: readonly { readonly person: string; readonly vote: string; readonly at: Date }[];
}

/** 退回预览: what a return would do, before anybody does it. */
export interface ReturnPreview {
  readonly to: { readonly state: string; readonly title: string };
  /** Who gets it; empty when all who have the step are asked anew. */
  readonly people: readonly { readonly id: number; readonly name: string }[];
  readonly undone: readonly UndoneStep[];
  /** Deadlines that stop. */
  readonly stopped: readonly (NamedDeadline & { readonly dueAt: Date })[];
  /** Deadlines that begin, `due` for that of the task itself; null where the day cannot be told before. */
  readonly started: readonly (NamedDeadline & { readonly dueAt: Date | null })[];
  /** Postings, notices and the like that a return cannot undo. */
  readonly lasting: readonly { readonly effect: string; readonly at: Date }[];
  /** Effects that run when the step is entered again. */
  readonly effects: readonly string[];
}
