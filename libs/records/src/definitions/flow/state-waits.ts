import type { ProcessDefinition, StateSpec, TransitionSpec } from '#libs/kernel';
import { deadlineTitle, transitionTitle } from './flow-names.js';
import type { FlowTrigger } from './process-flow.js';

/** One event or deadline that a state waits for. */
export interface Wait {
  readonly key: string;
  readonly name: string;
  readonly list: readonly TransitionSpec[];
  readonly trigger: FlowTrigger;
}

export function waitsOf(definition: ProcessDefinition, state: StateSpec): readonly Wait[] {
  const events = Object.entries(state.on).map(([key, list]): Wait => {
    const [first] = list;
    const name = first === undefined ? key : transitionTitle(first, key);
    return { key, name, list, trigger: { kind: 'message', event: key } };
  });
  const deadlines = Object.entries(state.after).map(([key, list]): Wait => {
    const isDate = definition.parameters[key] === undefined;
    return { key, name: deadlineTitle(definition, key), list, trigger: { kind: 'timer', deadline: key, isDate } };
  });
  return [...events, ...deadlines];
}

/** Whether the assignee of the state's task completes it by this event. */
export function isOwn({ list, trigger }: Wait, { task }: StateSpec): boolean {
  const isAssignee = ({ by }: TransitionSpec): boolean =>
    by === undefined || (by.organisation === task?.assignee.organisation && by.role === task.assignee.role);
  return trigger.kind === 'message' && list.every(isAssignee);
}
