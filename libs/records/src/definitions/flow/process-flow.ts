import type { EffectCall, ProcessDefinition, TransitionSpec } from '#libs/kernel';

/** What makes a waiting event happen. A date variable means the end of that day. */
export type FlowTrigger =
  | { readonly kind: 'timer'; readonly deadline: string; readonly isDate: boolean }
  | { readonly kind: 'message'; readonly event: string }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'condition'; readonly expression: string };

export const FLOW_NODE_KINDS = [
  'start',
  'end',
  'leave',
  'catch',
  'userTask',
  'serviceTask',
  'callActivity',
  'subProcess',
  'eventSubProcess',
  'exclusiveGateway',
  'parallelGateway',
  'eventGateway',
] as const;
/** `leave` ends its scope and goes on outside of it; `catch` waits for its trigger. */
export type FlowNodeKind = (typeof FLOW_NODE_KINDS)[number];

export interface FlowNode {
  readonly id: string;
  readonly kind: FlowNodeKind;
  readonly name: string;
  /** Path of the state that it stands for, or belongs to. */
  readonly state: string;
  readonly documentation: readonly string[];
  readonly boundary: BoundaryEvent[];
  readonly trigger?: FlowTrigger;
  /** On a message or timer that starts beside the running work: whether it ends that work. */
  readonly interrupting?: boolean;
  readonly inner?: FlowScope;
  /** Id of the called process, or a FEEL expression with `=` before it. */
  readonly calls?: string;
  /** One call for each element of a list. */
  readonly each?: EachCall;
}

/** FEEL expressions of a call that is made many times. */
export interface EachCall {
  readonly list: string;
  readonly as: string;
  readonly completeWhen?: string;
}

/** An event on the edge of a task or group. */
export interface BoundaryEvent {
  readonly id: string;
  readonly name: string;
  readonly trigger: FlowTrigger;
  readonly interrupting: boolean;
  /** What happens where no flow goes out of it. */
  readonly change?: FlowChange;
}

/** What a transition changes besides the state; BPMN itself cannot say it. */
export interface FlowChange {
  readonly assign: { readonly [variable: string]: string };
  readonly effects: readonly EffectCall[];
}

export interface SequenceFlow {
  readonly id: string;
  /** Id of a node or of a boundary event. */
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly condition?: string;
  readonly isDefault: boolean;
  readonly change?: FlowChange;
}

/** The content of a process or of a group: flows never cross its edge. */
export interface FlowScope {
  readonly nodes: FlowNode[];
  readonly flows: SequenceFlow[];
}

/** A definition as a flow of tokens, the common ground of BPMN and SVG. */
export interface ProcessFlow {
  readonly definition: ProcessDefinition;
  readonly root: FlowScope;
  /** What was drawn otherwise than the definition says it, found while drawing. */
  readonly outside: readonly OutsideItem[];
}

/** One thing of a definition that BPMN cannot say. */
export interface OutsideItem {
  readonly construct: OutsideConstruct;
  /** Path of the state; empty for the top level. */
  readonly state: string;
  readonly detail: string;
}

export const OUTSIDE_CONSTRUCTS = [
  'assign',
  'effect',
  'suspend',
  'due',
  'onOverdue',
  'separation',
  'sign',
  'return',
  'withdraw',
  'operations',
  'once',
  'extend',
  'elapsed',
  'reenter',
  'history',
  'stay',
  'view',
  'decision',
  'counted-back',
  'each',
  'except',
  'broadcast',
  'guarded-boundary',
  'enter-inside',
  'group-always',
  'group-task',
  'root-target',
] as const;
export type OutsideConstruct = (typeof OUTSIDE_CONSTRUCTS)[number];

export function changeOf({ assign, actions }: TransitionSpec): FlowChange | undefined {
  return Object.keys(assign).length + actions.length === 0 ? undefined : { assign, effects: actions };
}
