import { hears } from '../../definition/hearing.js';
import type { JsonObject, TransitionSpec } from '../../definition/language.js';
import { going } from '../../reference/reference-acceptance.js';
import type { Move } from '../../reference/reference-moves.js';
import type { TreeNode } from '../../reference/reference-tree.js';

/** What can move a process on. */
export type Stimulus =
  | { readonly kind: 'start' }
  /** That a view has changed is a fact and never refused. */
  | { readonly kind: 'event'; readonly name: string; readonly isViewEvent: boolean; readonly to?: string }
  | { readonly kind: 'deadline'; readonly state: string; readonly deadline: string }
  | { readonly kind: 'completed'; readonly state: string }
  /** 退回: into an earlier state of the region. */
  | { readonly kind: 'goto'; readonly state: string; readonly region: string };

/** A step in the making may hear of a state around a final one that is done, too. */
export type Heard = Stimulus | { readonly kind: 'done'; readonly state: string; readonly output: JsonObject };

/** The branches of a state that answer. */
export function candidates(stimulus: Heard, { spec }: TreeNode): readonly TransitionSpec[] {
  switch (stimulus.kind) {
    case 'start':
      return [];
    case 'event':
      return hears(spec.path, stimulus.to) ? (spec.on[stimulus.name] ?? []) : [];
    case 'deadline':
      return spec.path === stimulus.state ? (spec.after[stimulus.deadline] ?? []) : [];
    case 'completed':
    case 'done':
      return spec.path === stimulus.state && spec.subprocess?.each === undefined ? spec.onDone : [];
    case 'goto':
      return spec.path === stimulus.region ? [going(stimulus.state)] : [];
  }
}

/** What `output` is; null for that of a child process, of which nothing is known. */
export function outputOf(stimulus: Heard): JsonObject | null {
  if (stimulus.kind === 'completed') return null;
  return stimulus.kind === 'done' ? stimulus.output : {};
}

/** How a stimulus is called in a path. */
export function nameOf(stimulus: Stimulus): string {
  switch (stimulus.kind) {
    case 'start':
      return 'start';
    case 'event':
      return stimulus.name;
    case 'deadline':
      return stimulus.deadline;
    case 'completed':
      return 'onDone';
    case 'goto':
      return 'return';
  }
}

/** Why the kernel would refuse a step for which the definition is to blame. */
export type RefusalCode = 'cycle' | 'guard-null' | 'bad-assign' | 'bad-list' | 'bad-decision' | 'unset-deadline';

/** Where a step is refused, if no move is to blame. */
export interface RefusalPlace {
  readonly state: string;
  /** JSON pointer within the state. */
  readonly pointer: string;
}

/** The step is refused. */
export class GateRefusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly move: Move | null,
    /** The variable or expression that it is about. */
    readonly variable = '',
    readonly place: RefusalPlace = { state: '', pointer: '' },
  ) {
    super(code);
  }
}
