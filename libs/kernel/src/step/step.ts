import { type CompiledMachine, type CompiledProcess, machineOf } from '../compile/compiled-process.js';
import { assignFault } from '../compile/step-run.js';
import type { JsonObject } from '../definition/language.js';
import { suggest } from '../definition/suggest.js';
import { isJsonObject } from '../values/value-type.js';
import { guardRefusal } from './guard-refusal.js';
import { toMachineEvent } from './machine-event.js';
import { type MachineRun, startMachine, stepMachine, withElapsed } from './run-machine.js';
import { activeStates, withChildOutput } from './snapshot-state.js';
import type { KernelEvent, Snapshot, StepFacts, StepOutcome, StepProblem } from './step.types.js';

/**
 * One step of a process: the same snapshot, event and facts always give the same outcome.
 * A refused step changes nothing.
 */
export function step(
  process: CompiledProcess,
  snapshot: Snapshot | null,
  event: KernelEvent,
  facts: StepFacts,
): StepOutcome {
  const machine = machineOf(process);
  if (event.kind === 'start') return start(machine, snapshot, event.input, facts);
  if (snapshot === null) return refuse(badSnapshot('there is no stored state: the first step must be a start'));
  if (snapshot['status'] !== 'active') {
    return refuse({
      code: 'not-accepted',
      defect: false,
      message: `the process ${machine.definition.process} has ended: nothing more can happen in it`,
    });
  }
  const active = activeStates(machine, snapshot);
  const translated = toMachineEvent(machine, active, event);
  if (!translated.ok) return refuse(translated.problem);
  const before = prepared(machine, snapshot, event);
  if (before === null) {
    const message = 'no child of that state and number is awaited';
    return refuse({ code: 'not-accepted', defect: false, message });
  }
  const completedChild = event.kind === 'completed' && event.item === undefined ? event.state : null;
  const run = stepMachine(machine, before, { event: translated.event, completedChild }, facts);
  if (!run.ok) return refuse(run.problem);
  if (wasRefused(machine, event, run))
    return refuse(guardRefusal({ machine, snapshot, active, facts }, translated.event));
  return outcomeOf(machine, run);
}

/** What the machine is to know before it hears of the event; null when a child is not awaited. */
function prepared(machine: CompiledMachine, snapshot: Snapshot, event: KernelEvent): Snapshot | null {
  if (event.kind === 'deadline') return withElapsed(snapshot, event.state, event.deadline);
  if (event.kind !== 'completed') return snapshot;
  const hasMany = machine.states.get(event.state)?.subprocess?.each !== undefined;
  if (event.item === undefined) return hasMany ? null : snapshot;
  return hasMany ? withChildOutput(snapshot, { ...event, item: event.item }) : null;
}

function start(machine: CompiledMachine, snapshot: Snapshot | null, input: JsonObject, facts: StepFacts): StepOutcome {
  if (snapshot !== null) return refuse(badSnapshot('the process has already started'));
  const problem = inputProblem(machine, input);
  if (problem !== null) return refuse(problem);
  const run = startMachine(machine, input, facts);
  return run.ok ? outcomeOf(machine, run) : refuse(run.problem);
}

function inputProblem({ definition }: CompiledMachine, input: JsonObject): StepProblem | null {
  for (const [name, value] of Object.entries(input)) {
    const spec = definition.variables[name];
    const fault =
      spec === undefined
        ? `there is no variable \`${name}\`. ${suggest(name, Object.keys(definition.variables), '')}`.trim()
        : assignFault(name, value, spec);
    if (fault !== null)
      return {
        code: 'bad-assign',
        defect: false,
        message: `the input of ${definition.process} is not accepted: ${fault}`,
      };
  }
  return null;
}

/** An event of a person must move something; that a view has changed or a deadline has passed is a fact. */
function wasRefused(machine: CompiledMachine, event: KernelEvent, run: MachineRun & { ok: true }): boolean {
  return event.kind === 'event' && !machine.viewEvents.has(event.name) && !run.collected.taken.includes('on');
}

function outcomeOf(
  machine: CompiledMachine,
  { snapshot, collected, decisions }: MachineRun & { ok: true },
): StepOutcome {
  const output = snapshot['output'];
  return {
    ok: true,
    snapshot,
    status: snapshot['status'] === 'done' ? 'done' : 'active',
    output: isJsonObject(output) ? output : {},
    effects: collected.effects,
    active: activeStates(machine, snapshot),
    handled: collected.taken.length > 0 || collected.effects.length > 0,
    ...(decisions.length > 0 ? { decisions } : {}),
  };
}

function badSnapshot(message: string): StepProblem {
  return { code: 'bad-snapshot', defect: true, message };
}

function refuse(problem: StepProblem): StepOutcome {
  return { ok: false, problem };
}
