import { hears } from '../../definition/hearing.js';
import type { JsonObject, TransitionSpec } from '../../definition/language.js';
import type { Move } from '../../reference/reference-moves.js';
import type { TreeNode } from '../../reference/reference-tree.js';

/** What can move a process on. */
export type Stimulus =
  | { readonly kind: 'start' }
  /** That a view has changed is a fact and never refused. */
  | { readonly kind: 'event'; readonly name: string; readonly isViewEvent: boolean; readonly to?: string }
  | { readonly kind: 'deadline'; readonly state: string; readonly deadline: string }
  | { readonly kind: 'completed'; readonly state: string };

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
      return spec.path === stimulus.state ? spec.onDone : [];
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
  }
}

/** Why the kernel would refuse a step for which the definition is to blame. */
export type RefusalCode = 'cycle' | 'guard-null' | 'bad-assign' | 'unset-deadline';

/** The step is refused. */
export class GateRefusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly move: Move | null,
    /** The variable that it is about. */
    readonly variable = '',
    /** The state in which it happens, where no move does. */
    readonly state = '',
  ) {
    super(code);
  }
}
