import type { CompiledMachine } from '../compile/compiled-process.js';
import { firedKey } from '../compile/machine-config.js';
import { inertScope, type LiveSnapshot } from '../compile/runnable-machine.js';
import { withFacts } from '../compile/step-run.js';
import type { JsonObject } from '../definition/language.js';
import { isJsonObject } from '../values/value-type.js';
import { CollectedEffects } from './collected-effects.js';
import type { MachineEvent } from './machine-event.js';
import { inDocumentOrder, memoryList } from './snapshot-state.js';
import type { DecisionOutcome, Snapshot, StepFacts, StepProblem } from './step.types.js';

/** What one run of a machine gave: a snapshot as JSON and the effects that led to it. */
export type MachineRun =
  | {
      readonly ok: true;
      readonly snapshot: Snapshot;
      readonly collected: CollectedEffects;
      readonly decisions: readonly DecisionOutcome[];
    }
  | { readonly ok: false; readonly problem: StepProblem };

/** What moves a machine on. */
export interface Move {
  readonly event: MachineEvent;
  /** State whose child has just completed: leaving it stops nothing. */
  readonly completedChild: string | null;
}

/** First step: enters the initial states. */
export function startMachine(machine: CompiledMachine, input: JsonObject, facts: StepFacts): MachineRun {
  const collected = new CollectedEffects(machine, facts, null);
  const scope = inertScope((action) => collected.add(action));
  const run = withFacts(facts, machine.decisions, () => machine.machine.getInitialSnapshot(scope, input));
  return finish(machine, run, collected);
}

/** One more step from a stored snapshot. */
export function stepMachine(machine: CompiledMachine, snapshot: Snapshot, move: Move, facts: StepFacts): MachineRun {
  const collected = new CollectedEffects(machine, facts, move.completedChild);
  const scope = inertScope((action) => collected.add(action));
  let restored: LiveSnapshot;
  try {
    restored = machine.machine.restoreSnapshot(inDocumentOrder(machine, snapshot), scope);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail('bad-snapshot', `the stored state does not fit the process ${machine.definition.process}: ${reason}`);
  }
  const run = withFacts(facts, machine.decisions, () => machine.machine.transition(restored, move.event, scope));
  return finish(machine, run, collected);
}

/** The snapshot with the deadline marked as passed, before the machine hears of it. */
export function withElapsed(snapshot: Snapshot, state: string, deadline: string): Snapshot {
  const context = snapshot['context'];
  const elapsed = withItem(memoryList(snapshot, 'elapsed'), deadline);
  const fired = withItem(memoryList(snapshot, 'fired'), firedKey(state, deadline));
  return { ...snapshot, context: { ...(isJsonObject(context) ? context : {}), elapsed, fired } };
}

function withItem(list: readonly string[], item: string): readonly string[] {
  return [...new Set([...list, item])].sort();
}

interface Run {
  readonly value: LiveSnapshot | null;
  readonly problem: StepProblem | null;
  readonly decisions: readonly DecisionOutcome[];
}

function finish(machine: CompiledMachine, run: Run, collected: CollectedEffects): MachineRun {
  if (run.problem !== null) return { ok: false, problem: run.problem };
  const next = run.value;
  if (next === null || next.status === 'error') {
    const reason = next?.error instanceof Error ? next.error.message : 'the machine stopped with an error';
    return fail(reason.startsWith('Infinite loop') ? 'iterations' : 'machine-error', reason);
  }
  const persisted = machine.machine.getPersistedSnapshot(next);
  if (!isJsonObject(persisted)) return fail('machine-error', 'the machine gave no snapshot');
  return {
    ok: true,
    snapshot: inDocumentOrder(machine, withoutUndefined(persisted)),
    collected,
    decisions: run.decisions,
  };
}

/** So that the snapshot equals what JSON gives back. */
function withoutUndefined(persisted: JsonObject): Snapshot {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(persisted);
  // Only undefined values are dropped; what is left is JSON already.
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Snapshot;
}

function fail(code: StepProblem['code'], message: string): MachineRun {
  return { ok: false, problem: { code, defect: true, message } };
}
