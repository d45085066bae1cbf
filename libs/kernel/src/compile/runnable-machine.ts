import { type AnyMachineSnapshot, createActor, createMachine } from 'xstate';
import type { JsonObject } from '../definition/language.js';
import type { MachineArgs, NodeConfig } from './machine-config.js';

/** A snapshot while the machine works on it; only the machine knows what is inside. */
export interface LiveSnapshot {
  readonly status: 'active' | 'done' | 'error' | 'stopped';
  readonly error: unknown;
  readonly machine: AnyMachineSnapshot['machine'];
}

/** An action as XState hands it back: nothing of it has been run. */
export interface ReturnedAction {
  readonly type: string;
  readonly params: unknown;
  readonly info: MachineArgs;
}

/** What XState wants to know about the actor that a machine belongs to. */
export interface ActorScope {
  readonly self: object;
  readonly system: object;
  readonly id: string;
  readonly sessionId: string;
  readonly logger: () => void;
  readonly defer: () => void;
  readonly emit: () => void;
  readonly stopChild: () => void;
  /** XState wraps and restores it while it works. */
  actionExecutor: (action: ReturnedAction) => void;
}

/** The pure functions of an XState machine, as far as the kernel uses them. */
export interface RunnableMachine {
  getInitialSnapshot(scope: ActorScope, input: JsonObject): LiveSnapshot;
  restoreSnapshot(snapshot: JsonObject, scope: ActorScope): LiveSnapshot;
  transition(snapshot: LiveSnapshot, event: { readonly type: string }, scope: ActorScope): LiveSnapshot;
  getPersistedSnapshot(snapshot: LiveSnapshot): unknown;
}

/** The configuration of a whole machine. */
export interface MachineConfig extends NodeConfig {
  readonly id: string;
  readonly options: { readonly maxIterations: number };
  readonly context: (args: { readonly input: unknown }) => MachineArgs['context'];
}

/** Builds the machine; throws when the configuration contradicts itself. */
export function buildMachine(config: MachineConfig, delays: { readonly [deadline: string]: number }): RunnableMachine {
  // The configuration is made from data, so XState's generics cannot describe it: they are left behind here, once.
  return createMachine(config as never, { delays }) as unknown as RunnableMachine;
}

/** An actor that is never started. It only lends its identity to actions, which are never run either. */
const nobody = createActor(createMachine({}));

/** XState's `transition` builds an actor for each call, which runs the machine's initial step again; this scope does not. */
export function inertScope(collect: (action: ReturnedAction) => void): ActorScope {
  const nothing = (): void => undefined;
  return {
    self: nobody,
    system: nobody.system,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
    actionExecutor: collect,
  };
}
