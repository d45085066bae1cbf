import type { CompiledMachine } from '../compile/compiled-process.js';
import { isEnterable } from '../compile/constructs/goto.construct.js';
import { afterEvent, completedEvent, gotoEvent } from '../compile/machine-config.js';
import { isEventName } from '../definition/check/declarations.check.js';
import { parentPath } from '../definition/definition-index.js';
import { hears } from '../definition/hearing.js';
import type { JsonObject, StateSpec } from '../definition/language.js';
import { suggest } from '../definition/suggest.js';
import { activeChain, isActive } from './snapshot-state.js';
import type { KernelEvent, StepProblem } from './step.types.js';

/** The event that the machine gets. */
export interface MachineEvent {
  readonly type: string;
  readonly output?: JsonObject;
  /** The atomic states that are active when it comes, for `except`. */
  readonly active?: readonly string[];
  /** The active state to which it is addressed, when it is not for all. */
  readonly to?: string;
}

export type MachineEventResult =
  | { readonly ok: true; readonly event: MachineEvent }
  | { readonly ok: false; readonly problem: StepProblem };

/** Translates what the engine sends into XState's event, or says why nothing could hear it. */
export function toMachineEvent(
  machine: CompiledMachine,
  active: readonly string[],
  event: Exclude<KernelEvent, { kind: 'start' }>,
): MachineEventResult {
  switch (event.kind) {
    case 'event':
      return namedEvent(machine, active, event);
    case 'deadline':
      return deadlineEvent(machine, active, event.state, event.deadline);
    case 'completed':
      return completionEvent(machine, active, event.state, event.output);
    case 'goto':
      return goingTo(machine, active, event.state);
  }
}

function namedEvent(
  machine: CompiledMachine,
  active: readonly string[],
  { name, to }: Extract<KernelEvent, { kind: 'event' }>,
): MachineEventResult {
  if (!isEventName(name) || !machine.events.has(name)) {
    return refuse({
      code: 'unknown-event',
      defect: false,
      message: `the process ${machine.definition.process} knows no event \`${name}\`. ${suggest(name, machine.events, 'Send one that it declares.')}`,
    });
  }
  const isHeard =
    machine.viewEvents.has(name) ||
    activeChain(active).some((path) => hears(path, to) && machine.states.get(path)?.on[name] !== undefined);
  const isThere = to === undefined || isActive(active, to);
  if (isHeard && isThere) return { ok: true, event: { type: name, active, ...(to !== undefined && { to }) } };
  return refuse({
    code: 'not-accepted',
    defect: false,
    message: `\`${name}\` is not possible now: the process is in ${active.map(quoted).join(', ')}`,
  });
}

function deadlineEvent(
  machine: CompiledMachine,
  active: readonly string[],
  path: string,
  deadline: string,
): MachineEventResult {
  const state = machine.states.get(path);
  if (state === undefined) return unknownState(machine, path);
  if (state.after[deadline] === undefined) {
    return refuse({
      code: 'unknown-event',
      defect: true,
      message: `the state \`${path}\` has no deadline \`${deadline}\``,
      state: path,
    });
  }
  return isActive(active, path)
    ? { ok: true, event: { type: afterEvent(path, deadline) } }
    : inactive(path, `its deadline \`${deadline}\` cannot pass`);
}

function completionEvent(
  machine: CompiledMachine,
  active: readonly string[],
  path: string,
  output: JsonObject,
): MachineEventResult {
  const state = machine.states.get(path);
  if (state?.subprocess === undefined) return unknownState(machine, path);
  return isActive(active, path)
    ? { ok: true, event: { type: completedEvent(path), output } }
    : inactive(path, 'its child is not awaited');
}

function goingTo(machine: CompiledMachine, active: readonly string[], path: string): MachineEventResult {
  const state = machine.states.get(path);
  if (state === undefined || path === '') return unknownState(machine, path);
  const region = machine.regionOf(path);
  if (!isEnterable(state) || region === path) {
    return refuse({
      code: 'unknown-state',
      defect: false,
      message: `the process cannot be sent to \`${path}\`: ${whyNot(state)}`,
      state: path,
    });
  }
  if (isRunning(machine, active, region)) return { ok: true, event: { type: gotoEvent(path) } };
  return inactive(region, `\`${path}\` cannot be entered`);
}

/** A region runs while it is active and the parallel state around it is. */
function isRunning(machine: CompiledMachine, active: readonly string[], region: string): boolean {
  return isActive(active, region) && (region === '' || machine.states.get(parentPath(region))?.kind === 'parallel');
}

function whyNot(state: StateSpec): string {
  return isEnterable(state) ? 'it is a region of its own' : `it is a ${state.kind} state`;
}

function inactive(path: string, consequence: string): MachineEventResult {
  return refuse({
    code: 'not-accepted',
    defect: false,
    message: `the state \`${path}\` is not active, so ${consequence}`,
    state: path,
  });
}

function unknownState(machine: CompiledMachine, path: string): MachineEventResult {
  const hint = suggest(
    path,
    [...machine.states.keys()].filter((known) => known !== ''),
    '',
  );
  return refuse({
    code: 'unknown-state',
    defect: false,
    message: `the process ${machine.definition.process} has no such state \`${path}\`. ${hint}`.trim(),
    state: path,
  });
}

function refuse(problem: StepProblem): MachineEventResult {
  return { ok: false, problem };
}

function quoted(path: string): string {
  return `\`${path}\``;
}
