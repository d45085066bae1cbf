import type { CompiledProcess, EffectCall, Json, StateSpec, TransitionSpec } from '#libs/kernel';
import { flowId, nameOf, statesBelow } from '../flow/flow-names.js';
import type { NamedPart, XStateMachineJson, XStateNode, XStateTransition } from './xstate-json.js';

/**
 * A definition as the JSON of XState's machine definition, which `createMachine` takes too. Guards, actions, delays and
 * children are names; a plain interpreter needs them provided.
 */
export function toXStateJson({ definition }: Pick<CompiledProcess, 'definition'>): XStateMachineJson {
  const variables = Object.entries(definition.variables).map(([name, spec]) => [name, spec.default] as const);
  return {
    // In a target XState takes what stands before the first dot for the id of the machine.
    ...new NodeWriter(flowId(definition.process), definition.root).node(definition.root),
    description: definition.title.zh,
    version: String(definition.version),
    context: Object.fromEntries(variables),
  };
}

class NodeWriter {
  private readonly order: ReadonlyMap<StateSpec, number>;

  constructor(
    private readonly machineId: string,
    root: StateSpec,
  ) {
    this.order = new Map(statesBelow(root).map((state, index) => [state, index]));
  }

  node(state: StateSpec): XStateNode {
    const states = Object.entries(state.states).map(([name, child]) => [name, this.node(child)] as const);
    return {
      id: this.id(state.path),
      key: state.path === '' ? this.machineId : nameOf(state.path),
      type: state.kind,
      order: this.order.get(state) ?? 0,
      ...(state.title && { description: state.title.zh }),
      ...this.kindOf(state),
      tags: state.tags,
      entry: state.entry.map(effect),
      exit: state.exit.map(effect),
      on: { ...this.keyed(state, state.on), ...this.childDone(state) },
      always: state.always.map((each) => this.transition(state, '', each)),
      after: this.keyed(state, state.after),
      ...this.groupDone(state),
      invoke: this.invoked(state),
      states: Object.fromEntries(states),
      meta: metaOf(state),
    };
  }

  private kindOf(state: StateSpec): Pick<XStateNode, 'initial' | 'history' | 'target'> {
    if (state.history !== undefined) {
      const { deep, target } = state.history;
      return { history: deep ? 'deep' : 'shallow', ...(target !== undefined && { target: `#${this.id(target)}` }) };
    }
    if (state.initial === undefined) return {};
    return { initial: { source: `#${this.id(state.path)}`, target: [state.initial], actions: [] } };
  }

  private keyed(state: StateSpec, map: { readonly [key: string]: readonly TransitionSpec[] }): XStateNode['on'] {
    return Object.fromEntries(
      Object.entries(map).map(([key, list]) => [key, list.map((each) => this.transition(state, key, each))]),
    );
  }

  /** `onDone` of a child process is XState's event of an invoked actor; that of a group is its own word. */
  private childDone(state: StateSpec): XStateNode['on'] {
    return state.subprocess === undefined
      ? {}
      : this.keyed(state, { [`xstate.done.actor.${state.path}`]: state.onDone });
  }

  private groupDone(state: StateSpec): Pick<XStateNode, 'onDone'> {
    if (state.subprocess !== undefined || state.onDone.length === 0) return {};
    const event = `xstate.done.state.${this.id(state.path)}`;
    return { onDone: state.onDone.map((each) => this.transition(state, event, each)) };
  }

  private invoked({ subprocess, path }: StateSpec): XStateNode['invoke'] {
    return subprocess === undefined ? [] : [{ type: 'xstate.invoke', id: path, src: subprocess.process }];
  }

  private transition(state: StateSpec, eventType: string, spec: TransitionSpec): XStateTransition {
    const assigned = Object.keys(spec.assign).length > 0 ? [{ type: 'assign', params: spec.assign }] : [];
    const extended = spec.extend ? [{ type: 'extend', params: { ...spec.extend } }] : [];
    return {
      eventType,
      source: `#${this.id(state.path)}`,
      target: spec.target === undefined ? [] : [`#${this.id(spec.target)}`],
      actions: [...assigned, ...spec.actions.map(effect), ...extended],
      ...guardOf(spec),
      ...(spec.reenter && { reenter: true }),
      ...(spec.title && { description: spec.title.zh }),
    };
  }

  private id(path: string): string {
    return path === '' ? this.machineId : `${this.machineId}.${path}`;
  }
}

/** The guard's name is its FEEL text; where the event is not possible in some states, it says which. */
function guardOf({ guard, except }: TransitionSpec): Pick<XStateTransition, 'guard'> {
  if (except === undefined) return guard === undefined ? {} : { guard: { type: guard } };
  return { guard: { type: 'except', params: { states: except, ...(guard !== undefined && { guard }) } } };
}

function effect(call: EffectCall): NamedPart {
  return { type: call.effect, params: call.with };
}

/** Who works in the state, for viewers that show it. */
function metaOf({ task, law, subprocess }: StateSpec): { readonly [key: string]: Json } {
  return {
    ...(law.length > 0 && { law }),
    ...(task && { assignee: { ...task.assignee }, ...(task.form !== undefined && { form: task.form }) }),
    ...(subprocess && { with: subprocess.with }),
  };
}
