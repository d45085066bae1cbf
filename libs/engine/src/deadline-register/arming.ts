import type { CompiledProcess, StateSpec, TransitionSpec } from '#libs/kernel';
import type { ArmedAt, RegisteredPeriod } from './deadline-register.js';

/** Why the compiled process does not arm the period as the register says; null when it does. */
export function armingFault(
  period: RegisteredPeriod,
  armed: ArmedAt,
  process: CompiledProcess | undefined,
): readonly string[] | null {
  const state = process?.states.get(armed.state);
  if (process === undefined) return [`there is no process ${armed.process}`];
  if (state === undefined) return [`${armed.process} has no state ${armed.state}`];
  const length = lengthOf(armed.parameter, process);
  const faults = [
    ...(length === null ? [`${armed.process} has no duration parameter ${armed.parameter}`] : []),
    ...(length === null || length === period.length
      ? []
      : [`${armed.parameter} of ${armed.process} is ${length}, not ${period.length}`]),
    ...(armed.by === 'due' ? dueFaults(period, armed, state) : movingFaults(armed, state)),
  ];
  return faults.length > 0 ? faults : null;
}

/** The default of the parameter; `P0D` where the day itself is a date of the case. */
function lengthOf(parameter: string | undefined, { definition }: CompiledProcess): string | null {
  const length = parameter === undefined ? 'P0D' : definition.parameters[parameter]?.default;
  return typeof length === 'string' ? length : null;
}

function dueFaults({ owner, ladder }: RegisteredPeriod, { state: path, parameter }: ArmedAt, state: StateSpec) {
  const { task } = state;
  if (task?.due === undefined) return [`${path} has no task with a due time`];
  const { assignee, due } = task;
  const within = parameter ?? 'P0D';
  const isOwner = assignee.organisation === owner.organisation && assignee.role === owner.role;
  return [
    ...(due.within === within ? [] : [`the task of ${path} is due within ${due.within}, not ${within}`]),
    ...(due.escalate === ladder ? [] : [`the task of ${path} climbs ${due.escalate}, not ${ladder}`]),
    ...(isOwner ? [] : [`the task of ${path} belongs to ${assignee.organisation} ${assignee.role}`]),
  ];
}

function movingFaults({ state: path, by, parameter = '' }: ArmedAt, state: StateSpec): string[] {
  if (by === 'after') return parameter in state.after ? [] : [`${path} does not arm ${parameter}`];
  const extended = transitionsOf(state).flatMap(({ extend }) => extend?.atLeast ?? []);
  return extended.includes(parameter) ? [] : [`no event of ${path} leaves ${parameter} at least`];
}

function transitionsOf(state: StateSpec): readonly TransitionSpec[] {
  return [...Object.values(state.on).flat(), ...Object.values(state.after).flat()];
}
