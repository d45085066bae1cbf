import { type FieldRights, type Json, type JsonObject, schemaWithRights } from '#libs/kernel';
import type { Bundle } from '../definitions/bundle.js';
import { type Language, schemaIn, titleIn } from '../language/language.js';

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
  /** 暂定: the due time rests on days that no holiday notice covers yet. */
  readonly provisional: boolean;
  readonly openedAt: Date;
  readonly form: FormView | null;
  /** As pinned for the instance: what forms may choose from, how far limits go. */
  readonly parameters: Readonly<Record<string, Json>>;
  /** Empty when the caller may look but not act. */
  readonly actions: readonly ActionView[];
  readonly operations: OperationsView;
  /** 代理: for whom the caller would act, and by which documents; null in its own name. */
  readonly onBehalfOf: { readonly id: number; readonly name: string; readonly documents: readonly string[] } | null;
}

/** An earlier step. */
export interface StepView {
  readonly state: string;
  readonly title: string;
}

/** Operations that the definition allows and the case permits now. */
export interface OperationsView {
  readonly return: readonly StepView[];
  /** 驳回: places as the definition names them; without a step it ends the case. */
  readonly reject: readonly RejectPlaceView[];
  readonly withdraw: boolean;
  readonly takeBack: boolean;
  /** 补录: what was done earlier may be entered now. */
  readonly lateEntry: boolean;
}

/** A place to which work may be rejected, and where it goes once it is done again. */
export interface RejectPlaceView {
  readonly to: string;
  readonly step: StepView | null;
  /** `forward`: the whole way again; `back`: straight to whoever rejected it. */
  readonly then: 'forward' | 'back';
}

/** With the rights of whoever looks: what is hidden is not in it, what is only read says so. */
export function formOf(
  bundle: Bundle,
  name: string | undefined,
  language: Language,
  rights: FieldRights = new Map(),
): FormView | null {
  const form = name === undefined ? undefined : bundle.forms.get(name);
  return form ? { name: form.name, schema: schemaIn(language, schemaWithRights(form.schema, rights)) } : null;
}

/** Rows keep the Chinese title; the English one stands in the definition that the case is pinned to. */
export function taskTitleIn(language: Language, bundle: Bundle | undefined, task: { state: string; title: string }) {
  if (language === 'zh') return task.title;
  const state = bundle?.compiled.states.get(task.state);
  return titleIn(language, state?.task?.title ?? state?.title, task.title);
}
