import { isBarred } from '../compile/compile-context.js';
import { type CompiledProcess, machineOf } from '../compile/compiled-process.js';
import type { Scope } from '../expressions/scope.js';
import { isEnabled, type Situation, scopeAt, scopeIn } from './guard-refusal.js';
import { activeChain, activeStates } from './snapshot-state.js';
import type { EventOption, Snapshot, StepFacts } from './step.types.js';

/**
 * What may happen next: every branch of every event that an active state or one around it declares, the inner
 * states first. Branches behind one that certainly holds are left out: they cannot be reached.
 */
export function options(process: CompiledProcess, snapshot: Snapshot, facts: StepFacts): EventOption[] {
  const machine = machineOf(process);
  if (snapshot['status'] !== 'active') return [];
  const active = activeStates(machine, snapshot);
  const situation: Situation = { machine, snapshot, active, facts };
  const scope = scopeIn(situation);
  return activeChain(active).flatMap((path) =>
    Object.keys(machine.states.get(path)?.on ?? {}).flatMap((event) =>
      branchesOf(situation, scopeAt(situation, scope, path), path, event),
    ),
  );
}

function branchesOf({ machine, active }: Situation, scope: Scope, path: string, event: string): EventOption[] {
  const found: EventOption[] = [];
  for (const transition of machine.states.get(path)?.on[event] ?? []) {
    const guard = machine.guards.get(transition);
    const enabled = isBarred(transition, active) ? false : isEnabled(machine, transition, scope);
    const explained = guard === undefined ? {} : { guard: guard.text, values: guard.valuesRead(scope) };
    found.push({ event, state: path, transition, enabled, ...explained });
    if (enabled === true) break;
  }
  return found;
}
