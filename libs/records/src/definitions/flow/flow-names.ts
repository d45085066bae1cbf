import type { Localized, ProcessDefinition, StateSpec, TransitionSpec } from '#libs/kernel';

/** Id in a diagram. State names are camelCase, so neither `_` nor `-` can be part of one. */
export function flowId(path: string): string {
  return path.replaceAll('.', '_');
}

export function titleOf(state: StateSpec): string {
  return state.title?.zh ?? nameOf(state.path);
}

/** Last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** What a transition is called: its title, or the name of its event. */
export function transitionTitle(transition: TransitionSpec, event: string): string {
  return transition.title?.zh ?? event;
}

/** What a deadline is called: the title of its parameter or date variable. */
export function deadlineTitle(definition: ProcessDefinition, deadline: string): string {
  const spec: { readonly title?: Localized } | undefined =
    definition.parameters[deadline] ?? definition.variables[deadline];
  return spec?.title?.zh ?? deadline;
}

/** The state and everything below it, in the order of the file. */
export function statesBelow(state: StateSpec): readonly StateSpec[] {
  return [state, ...Object.values(state.states).flatMap(statesBelow)];
}

/** All transitions of a state with the event or deadline that they wait for. */
export function transitionsOf(state: StateSpec): readonly (readonly [key: string, transition: TransitionSpec])[] {
  const keyed = [...Object.entries(state.on), ...Object.entries(state.after)];
  return [
    ...keyed.flatMap(([key, list]) => list.map((transition) => [key, transition] as const)),
    ...[...state.always, ...state.onDone].map((transition) => ['', transition] as const),
  ];
}
