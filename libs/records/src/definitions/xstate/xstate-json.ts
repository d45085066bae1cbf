import type { Json } from '#libs/kernel';

/** An action, guard or child by its name: what it does is provided where the machine is run. */
export interface NamedPart {
  readonly type: string;
  readonly params?: Json;
}

export interface XStateTransition {
  readonly eventType: string;
  readonly source: string;
  readonly target: readonly string[];
  readonly actions: readonly NamedPart[];
  /** Its name is the FEEL text. */
  readonly guard?: NamedPart;
  readonly reenter?: boolean;
  readonly description?: string;
}

export interface XStateNode {
  readonly id: string;
  readonly key: string;
  readonly type: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  readonly order: number;
  readonly description?: string;
  readonly initial?: Omit<XStateTransition, 'eventType'>;
  readonly history?: 'shallow' | 'deep';
  readonly target?: string;
  readonly tags: readonly string[];
  readonly entry: readonly NamedPart[];
  readonly exit: readonly NamedPart[];
  readonly on: { readonly [event: string]: readonly XStateTransition[] };
  readonly always: readonly XStateTransition[];
  /** By the name of the deadline: the delay is provided where the machine is run. */
  readonly after: { readonly [deadline: string]: readonly XStateTransition[] };
  readonly onDone?: readonly XStateTransition[];
  readonly invoke: readonly { readonly type: 'xstate.invoke'; readonly id: string; readonly src: string }[];
  readonly states: { readonly [key: string]: XStateNode };
  readonly meta: { readonly [key: string]: Json };
}

export interface XStateMachineJson extends XStateNode {
  readonly version: string;
  readonly context: { readonly [variable: string]: Json };
}
