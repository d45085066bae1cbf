import type { Json, JsonObject } from '#libs/kernel';
import type { Bundle } from '../definitions/bundle.js';

/** A form as a page renders it: its JSON Schema. */
export interface FormView {
  readonly name: string;
  readonly schema: JsonObject;
}

/** A button. */
export interface ActionView {
  readonly event: string;
  readonly title: string;
  readonly form: FormView | null;
  readonly enabled: boolean;
  /** The guard that refuses, when it does. */
  readonly reason: string | null;
}

export interface TaskView {
  readonly id: number;
  readonly rootId: number;
  readonly instanceId: number;
  readonly caseTitle: string;
  readonly process: string;
  readonly state: string;
  readonly title: string;
  readonly status: string;
  readonly version: number;
  readonly dueAt: Date | null;
  readonly openedAt: Date;
  readonly form: FormView | null;
  /** As pinned for the instance: what forms may choose from, how far limits go. */
  readonly parameters: Readonly<Record<string, Json>>;
  /** Empty when the caller may look but not act. */
  readonly actions: readonly ActionView[];
  readonly operations: OperationsView;
}

/** Operations that the definition allows and the case permits now. */
export interface OperationsView {
  readonly return: readonly { readonly state: string; readonly title: string }[];
  readonly withdraw: boolean;
}

export function formOf(bundle: Bundle, name: string | undefined): FormView | null {
  const schema = name === undefined ? undefined : bundle.content.forms[name];
  return name !== undefined && schema ? { name, schema } : null;
}
