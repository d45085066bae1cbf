import { DefinitionIndex } from './definition-index.js';
import type { EffectCall, ProcessDefinition, StateSpec, TaskSpec, TransitionSpec } from './language.js';

/** Writes every target and every state in `not` as a path from the top, so that readers need no rules of scope. */
export function resolveNames(definition: ProcessDefinition): ProcessDefinition {
  const index = new DefinitionIndex(definition);
  return { ...definition, root: resolveState(index, definition.root) };
}

function resolveState(index: DefinitionIndex, state: StateSpec): StateSpec {
  const transition = (spec: TransitionSpec): TransitionSpec => ({
    ...spec,
    actions: effects(spec.actions),
    ...(spec.target === undefined ? {} : { target: pathOf(index, state, spec.target) }),
    ...(spec.except === undefined ? {} : { except: spec.except.map((name) => index.below(state, name)?.path ?? name) }),
  });
  const effects = (calls: readonly EffectCall[]): readonly EffectCall[] =>
    calls.map((call) => (call.suspension === undefined ? call : resolveSuspension(index, state, call)));
  const branches = (map: StateSpec['on']): StateSpec['on'] => mapValues(map, (list) => list.map(transition));
  return {
    ...state,
    entry: effects(state.entry),
    exit: effects(state.exit),
    states: mapValues(state.states, (child) => resolveState(index, child)),
    on: branches(state.on),
    after: branches(state.after),
    always: state.always.map(transition),
    onDone: state.onDone.map(transition),
    ...(state.task === undefined ? {} : { task: resolveTask(index, state, state.task) }),
    ...(state.history?.target === undefined
      ? {}
      : { history: { ...state.history, target: pathOf(index, state, state.history.target) } }),
  };
}

/** What is no state is the id of a process. */
function resolveSuspension(index: DefinitionIndex, state: StateSpec, call: EffectCall): EffectCall {
  const { suspension } = call;
  if (suspension === undefined) return call;
  return {
    ...call,
    suspension: { ...suspension, except: suspension.except.map((name) => pathOf(index, state, name)) },
  };
}

function resolveTask(index: DefinitionIndex, state: StateSpec, task: TaskSpec): TaskSpec {
  const { choice } = task;
  const not = task.not.map((name) => pathOf(index, state, name));
  if (choice?.by !== 'actorOf') return { ...task, not };
  return { ...task, not, choice: { ...choice, state: pathOf(index, state, choice.state) } };
}

function pathOf(index: DefinitionIndex, source: StateSpec, target: string): string {
  return index.resolveTarget(source, target)?.path ?? target;
}

function mapValues<T, U>(map: { readonly [key: string]: T }, change: (value: T) => U): { readonly [key: string]: U } {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
