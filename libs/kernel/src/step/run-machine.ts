import { type AnyActorScope, type AnyMachineSnapshot, createActor, createMachine } from 'xstate';
import type { CompiledMachine } from '../compile/compiled-process.js';
import { elapsedKey } from '../compile/machine-config.js';
import { withFacts } from '../compile/step-run.js';
import type { JsonObject } from '../definition/language.js';
import { isJsonObject } from '../values/value-type.js';
import { CollectedEffects, type ReturnedAction } from './collected-effects.js';
import type { MachineEvent } from './machine-event.js';
import { elapsedOf } from './snapshot-state.js';
import type { Snapshot, StepFacts, StepProblem } from './step.types.js';

/** What one run of a machine gave: a snapshot as JSON and the effects that led to it. */
export type MachineRun =
  | { readonly ok: true; readonly snapshot: Snapshot; readonly collected: CollectedEffects }
  | { readonly ok: false; readonly problem: StepProblem };

/** An actor that is never started. It only lends its identity to the actions, which are never run either. */
const nobody = createActor(createMachine({}));

/** First step: enters the initial states. */
export function startMachine(machine: CompiledMachine, input: JsonObject, facts: StepFacts): MachineRun {
  const collected = new CollectedEffects(machine, facts, null);
  const run = withFacts(
    facts,
    () => machine.machine.getInitialSnapshot(scopeFor(collected), input) as AnyMachineSnapshot,
  );
  return finish(machine, run, collected);
}

/** One more step from a stored snapshot. */
export function stepMachine(
  machine: CompiledMachine,
  snapshot: Snapshot,
  event: MachineEvent,
  facts: StepFacts,
  completedChild: string | null,
): MachineRun {
  const collected = new CollectedEffects(machine, facts, completedChild);
  const scope = scopeFor(collected);
  let restored: AnyMachineSnapshot;
  try {
    // Only our own getPersistedSnapshot writes snapshots; what it wrote, restoreSnapshot reads.
    restored = machine.machine.restoreSnapshot(snapshot as never, scope) as AnyMachineSnapshot;
  } catch (error) {
    return fail(
      'bad-snapshot',
      `the stored state does not fit the process ${machine.definition.process}: ${String(error)}`,
    );
  }
  return finish(
    machine,
    withFacts(facts, () => machine.machine.transition(restored, event, scope) as AnyMachineSnapshot),
    collected,
  );
}

/** The snapshot with the deadline marked as passed, before the machine hears of it. */
export function withElapsed(snapshot: Snapshot, state: string, deadline: string): Snapshot {
  const context = snapshot['context'];
  const elapsed = [...new Set([...elapsedOf(snapshot), elapsedKey(state, deadline)])].sort();
  return { ...snapshot, context: { ...(isJsonObject(context) ? context : {}), elapsed } };
}

function scopeFor(collected: CollectedEffects): AnyActorScope {
  return {
    self: nobody,
    system: nobody.system,
    id: '',
    sessionId: '',
    logger: () => {},
    defer: () => {},
    emit: () => {},
    stopChild: () => {},
    actionExecutor: (action) => {
      // XState types the context of an action as any; it is the machine's memory.
      collected.add(action as unknown as ReturnedAction);
    },
  };
}

function finish(
  machine: CompiledMachine,
  run: ReturnType<typeof withFacts<AnyMachineSnapshot>>,
  collected: CollectedEffects,
): MachineRun {
  const problem = run.problem ?? collected.problem;
  if (problem !== null) return { ok: false, problem };
  const next = run.value;
  if (next === null || next.status === 'error') {
    const error: unknown = next?.error;
    return fail('machine-error', error instanceof Error ? error.message : 'the machine stopped with an error');
  }
  const persisted: unknown = machine.machine.getPersistedSnapshot(next);
  return isJsonObject(persisted)
    ? { ok: true, snapshot: plain(persisted), collected }
    : fail('machine-error', 'the machine gave no snapshot');
}

/** Without undefined keys, so that the snapshot equals what JSON gives back. */
function plain(persisted: JsonObject): Snapshot {
  return Object.fromEntries(Object.entries(persisted).filter(([, value]) => value !== undefined));
}

function fail(code: StepProblem['code'], message: string): MachineRun {
  return { ok: false, problem: { code, defect: true, message } };
}
