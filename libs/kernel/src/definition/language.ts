import type { ChoiceSpec, InsteadSpec, RepeatRule } from './choice-spec.js';
import type { FieldSpec } from './field-spec.js';
import type { RejectSpec, ReturnSpec } from './returning-spec.js';
import type { SignSpec } from './sign-spec.js';
import type { SuspensionSpec } from './suspension-spec.js';
import type { TaskOperation } from './task-operations.js';

export * from './suspension-spec.js';
export * from './task-operations.js';

/** Any JSON value. Everything the kernel takes and gives is JSON, so that histories can be replayed. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** A text in both languages of the product; a plain string in YAML means Chinese only. */
export interface Localized {
  readonly zh: string;
  readonly en?: string;
}

/** The kinds of value that a variable or parameter may hold. `money` is integer fen; `date` is `YYYY-MM-DD`. */
export const VALUE_TYPES = ['boolean', 'integer', 'money', 'string', 'date', 'duration', 'list', 'object'] as const;
export type ValueType = (typeof VALUE_TYPES)[number];

/** What a region may set, and how far the law lets it. */
export interface ParameterSpec {
  readonly type: ValueType;
  readonly default: Json;
  readonly min?: Json;
  readonly max?: Json;
  /** Article that sets the bound, e.g. `ccgp-2014-214#10` (key of config/law). */
  readonly law?: string;
  /** Causes (law keys) for which the period stands still while the process is suspended. */
  readonly suspendable?: readonly string[];
  readonly title?: Localized;
}

/** Typed context: what guards may read. An undeclared name is refused. */
export interface VariableSpec {
  readonly type: ValueType;
  readonly default: Json;
  readonly enum?: readonly Json[];
  readonly title?: Localized;
}

/** A declared read view of related records, and the event its writers must send when it changes. */
export interface ViewSpec {
  readonly source: string;
  readonly changedBy: string;
}

/** A decision table of config/decisions that the process asks: its name, and a FEEL expression for each input. */
export interface DecisionUse {
  readonly table: string;
  readonly with: { readonly [input: string]: string };
}

/** 倒推期限: the last day on which so much still lies before the day that a date variable holds. */
export interface CountedBackSpec {
  /** Date variable from which to count back. */
  readonly until: string;
  /** Duration (literal or parameter) that must be left, e.g. `P3WD`. */
  readonly minus: string;
  readonly law?: string;
}

/** Who: a role in an organisation that stands in a relation to the root (`purchaser`, `finance`, `supplier` …). */
export interface PartyRole {
  readonly organisation: string;
  readonly role: string;
}

/**
 * Reminders and ladder of a task. Does not move the process.
 * `within` and `remind` are durations; a negative reminder lies before the due time.
 */
export interface DueSpec {
  /** Duration literal or name of a duration parameter, counted from the opening of the task (or from `from`). */
  readonly within: string;
  /** Name of a date variable from which to count instead of the opening. */
  readonly from?: string;
  readonly remind: readonly string[];
  /** Ladder of config/escalations.yaml, or `none`. */
  readonly escalate: string;
  readonly law?: string;
  /** Causes (law keys) for which the due time stands still while the process is suspended. */
  readonly suspendable?: readonly string[];
  /** Event sent to the instance when the due time passes. */
  readonly onOverdue?: string;
}

/** Work for a person. */
export interface TaskSpec {
  readonly title?: Localized;
  readonly assignee: PartyRole;
  /** Which of them; all who have the role when unset. */
  readonly choice?: ChoiceSpec;
  /** 审批人为空; refused when unset. */
  readonly ifNobody?: InsteadSpec;
  /** 审批人为发起人; allowed when unset. */
  readonly ifInitiator?: InsteadSpec;
  /** 去重; asked again when unset. */
  readonly repeat?: RepeatRule;
  /** Form of workflows/forms that the completing events carry unless a transition names another. */
  readonly form?: string;
  /** 表单权限: fields of its forms that some people, or all, may not enter or see. */
  readonly fields?: { readonly [field: string]: FieldSpec };
  /** States whose actors may not act here (separation of duties). */
  readonly not: readonly string[];
  readonly due?: DueSpec;
  /** How several people decide together; without it the first who acts decides. */
  readonly sign?: SignSpec;
  /** Operations that the definition allows on this task: the usual ones and `allow`, without `deny`. */
  readonly allow: readonly TaskOperation[];
  /** 驳回, where it is allowed; the usual rule when unset. */
  readonly reject?: RejectSpec;
  /** 退回, where it is allowed; the usual rule when unset. */
  readonly return?: ReturnSpec;
  /** 抄送: who is sent the case when the people of the task have decided. */
  readonly copy?: readonly PartyRole[];
}

/** An effect as data: a registered name and its input, each value a FEEL expression over the scope. */
export interface EffectCall {
  /** `suspend` and `resume` are the kernel's own. */
  readonly effect: string;
  readonly with: { readonly [key: string]: string };
  readonly suspension?: SuspensionSpec;
}

/** Moves the due time of a running deadline; it never restarts the period. */
export interface ExtendSpec {
  readonly deadline: string;
  /** Duration (literal or parameter): after this event at least so much must be left. */
  readonly atLeast: string;
}

export interface TransitionSpec {
  readonly target?: string;
  readonly guard?: string;
  /** States below in which it is not possible; only under `on`. */
  readonly except?: readonly string[];
  readonly by?: PartyRole;
  /** Each actor may send this event only once while the state is entered. */
  readonly once: boolean;
  readonly form?: string;
  readonly assign: { readonly [variable: string]: string };
  readonly actions: readonly EffectCall[];
  readonly extend?: ExtendSpec;
  readonly title?: Localized;
  readonly reenter: boolean;
  /** Line in the YAML file, for messages. */
  readonly line: number;
}

/** Starts another process, chosen by id or by a FEEL expression over the scope, and waits for its output. */
export interface SubprocessSpec {
  readonly process: string;
  /** FEEL expressions giving the child's variables. */
  readonly with: { readonly [variable: string]: string };
  /** One child for each element of a list; the state is done when all are. */
  readonly each?: EachSpec;
}

/** As many children as a list has elements, e.g. one for each 标段 (lot). */
export interface EachSpec {
  /** FEEL expression giving the list when the state is entered. */
  readonly list: string;
  /** Name under which `process` and `with` read the element. */
  readonly as: string;
  /** FEEL condition over `children`: the state is done before all children are, and the others are stopped. */
  readonly completeWhen?: string;
}

/** More children than this in one state are refused. */
export const MAX_CHILDREN = 500;

export const STATE_KINDS = ['atomic', 'compound', 'parallel', 'final', 'history'] as const;
export type StateKind = (typeof STATE_KINDS)[number];

/** A pseudo-state that remembers which child of its parent was active last. */
export interface HistorySpec {
  /** Deep remembers the atomic states below the child too. */
  readonly deep: boolean;
  /** Sibling to enter when there is nothing to remember; the parent's initial state otherwise. */
  readonly target?: string;
}

export interface StateSpec {
  readonly kind: StateKind;
  /** Dotted path from the root, e.g. `serving.reports.writing`; unique in the process. */
  readonly path: string;
  readonly title?: Localized;
  readonly law: readonly string[];
  readonly tags: readonly string[];
  readonly initial?: string;
  readonly states: { readonly [name: string]: StateSpec };
  readonly entry: readonly EffectCall[];
  readonly exit: readonly EffectCall[];
  readonly on: { readonly [event: string]: readonly TransitionSpec[] };
  readonly always: readonly TransitionSpec[];
  /** Durable deadlines: name of a duration parameter (counted from entry), of a date variable (end of that day), or one of `deadlines`. */
  readonly after: { readonly [deadline: string]: readonly TransitionSpec[] };
  readonly onDone: readonly TransitionSpec[];
  readonly task?: TaskSpec;
  readonly subprocess?: SubprocessSpec;
  /** Only on history states. */
  readonly history?: HistorySpec;
  readonly owner?: PartyRole;
  /** FEEL expressions over the scope; only on final states. */
  readonly output: { readonly [key: string]: string };
  readonly line: number;
}

/** A parsed and normalised definition: what the YAML says, with all defaults filled in. */
export interface ProcessDefinition {
  readonly process: string;
  readonly version: number;
  readonly stage?: string;
  readonly title: Localized;
  readonly law: readonly string[];
  readonly parameters: { readonly [name: string]: ParameterSpec };
  readonly variables: { readonly [name: string]: VariableSpec };
  readonly views: { readonly [name: string]: ViewSpec };
  /** Deadlines that are counted back from another date, for `after` and `elapsed`. */
  readonly deadlines?: { readonly [name: string]: CountedBackSpec };
  /** Decision tables by the name under which expressions read their answer, e.g. `route.method`. */
  readonly decisions?: { readonly [name: string]: DecisionUse };
  readonly owner: PartyRole;
  /** The top level: its `states`, `initial`, `on`. */
  readonly root: StateSpec;
  readonly file: string;
  /** YAML line of each part by its JSON pointer in this normalised shape, e.g. `/states/opening/always/0/guard`. */
  readonly lines?: { readonly [pointer: string]: number };
}
