import type { Json, JsonObject } from '../definition/language.js';
import type { StepEffect } from '../step/step.types.js';

/** The context of every compiled machine. */
export interface MachineMemory {
  readonly vars: { readonly [name: string]: Json };
  /** Names of deadlines that have passed and were not armed anew, for `elapsed(…)`. */
  readonly elapsed: readonly string[];
  /** Deadlines whose timer is spent, each as `<name>@<state>`: leaving their state disarms nothing. */
  readonly fired: readonly string[];
  /** Outputs of the children of each state with `each`, null where a child is not done. */
  readonly children?: ChildrenMemory;
}

export type ChildrenMemory = { readonly [state: string]: readonly (JsonObject | null)[] };

/** What XState hands to guards and actions. */
export interface MachineArgs {
  readonly context: MachineMemory;
  readonly event: {
    readonly type: string;
    readonly output?: Json;
    readonly input?: Json;
    /** Of an event from outside: the atomic states that are active when it comes. */
    readonly active?: readonly string[];
    /** The active state to which an event from outside is addressed. */
    readonly to?: string;
  };
}

/** Marks that a transition was taken, so that a step knows whether its event was heard. */
export interface Taken {
  readonly trigger: 'on' | 'always' | 'after' | 'onDone' | 'completed' | 'goto';
}

/** A custom action is data only: XState hands it back in true order and nothing ever runs it. */
export type ActionConfig =
  | { readonly type: 'effect'; readonly params: StepEffect | ((args: MachineArgs) => StepEffect) }
  | { readonly type: 'effects'; readonly params: (args: MachineArgs) => readonly StepEffect[] }
  | { readonly type: 'taken'; readonly params: Taken }
  /** XState's own `assign`. */
  | (() => void);

export interface TransitionConfig {
  target?: string;
  guard?: (args: MachineArgs) => boolean;
  actions: ActionConfig[];
  reenter?: boolean;
}

/** One state of the XState configuration while it is built. */
export interface NodeConfig {
  type?: 'parallel' | 'final' | 'history';
  initial?: string;
  history?: 'shallow' | 'deep';
  target?: string[];
  states?: { [name: string]: NodeConfig };
  entry: ActionConfig[];
  exit: ActionConfig[];
  on: { [event: string]: TransitionConfig[] };
  always: TransitionConfig[];
  after: { [deadline: string]: TransitionConfig[] };
  onDone?: TransitionConfig[];
  output?: (args: MachineArgs) => Json;
  tags?: string[];
}

/** Id of the machine; ids of its states are this, a dot and the path. */
export const MACHINE_ID = 'p';

/** XState's id of a state. */
export function nodeId(path: string): string {
  return path === '' ? MACHINE_ID : `${MACHINE_ID}.${path}`;
}

/** The event that XState itself raises when a delayed transition is due. */
export function afterEvent(state: string, deadline: string): string {
  return `xstate.after.${deadline}.${nodeId(state)}`;
}

const AFTER_EVENT = new RegExp(`^xstate\\.after\\.([A-Za-z0-9]+)\\.${MACHINE_ID}\\.(.+)$`);

/** State and deadline of XState's id of a delayed event; null for any other id. */
export function parseAfterEvent(id: string): { readonly state: string; readonly deadline: string } | null {
  const match = AFTER_EVENT.exec(id);
  return match === null ? null : { deadline: match[1] ?? '', state: match[2] ?? '' };
}

/** Event that tells a state that its child process is done. */
export function completedEvent(state: string): string {
  return `completed.${state}`;
}

/** Event that moves a region into one of its states. */
export function gotoEvent(state: string): string {
  return `goto.${state}`;
}

/** How a spent deadline is kept in the memory. */
export function firedKey(state: string, deadline: string): string {
  return `${deadline}@${state}`;
}
