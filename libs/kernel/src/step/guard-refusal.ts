import { isBarred } from '../compile/compile-context.js';
import { childrenFact } from '../compile/children.js';
import type { CompiledMachine } from '../compile/compiled-process.js';
import { DecisionRun } from '../decisions/bound-decision.js';
import { hears } from '../definition/hearing.js';
import type { TransitionSpec } from '../definition/language.js';
import type { Scope } from '../expressions/scope.js';
import type { MachineEvent } from './machine-event.js';
import { activeChain, childrenMemory, elapsedOf, variables } from './snapshot-state.js';
import type { Snapshot, StepFacts, StepProblem } from './step.types.js';

/** Where a question about guards is asked. */
export interface Situation {
  readonly machine: CompiledMachine;
  readonly snapshot: Snapshot;
  readonly active: readonly string[];
  readonly facts: StepFacts;
}

/** Says which guard kept an event from moving anything, and what it read. */
export function guardRefusal(situation: Situation, event: MachineEvent): StepProblem {
  const { machine, active } = situation;
  const scope = scopeIn(situation);
  const declared = activeChain(active)
    .filter((path) => hears(path, event.to))
    .flatMap((path) => (machine.states.get(path)?.on[event.type] ?? []).map((transition) => ({ path, transition })));
  const barred = declared.find(({ transition }) => isBarred(transition, active));
  if (barred !== undefined && declared.every(({ transition }) => isBarred(transition, active)))
    return barredRefusal(event.type, barred);
  const [first] = declared.filter(({ transition }) => !isBarred(transition, active));
  const guard = first === undefined ? undefined : machine.guards.get(first.transition);
  if (first === undefined || guard === undefined) {
    return { code: 'guard-refused', defect: false, message: `\`${event.type}\` moves nothing now` };
  }
  const values = guard.valuesRead(scopeAt(situation, scope, first.path));
  const all = declared.map(({ transition }) => transition.guard).filter((text) => text !== undefined);
  return {
    code: 'guard-refused',
    defect: false,
    message: `\`${event.type}\` is refused in the state \`${first.path}\`: ${all.map((text) => JSON.stringify(text)).join(' and ')} must hold, but with ${JSON.stringify(values)} it does not`,
    state: first.path,
    guard: guard.text,
    values,
  };
}

function barredRefusal(
  event: string,
  { path, transition }: { readonly path: string; readonly transition: TransitionSpec },
): StepProblem {
  const except = (transition.except ?? []).join(', ');
  const message = `\`${event}\` is possible everywhere except in ${except}, where the process is now`;
  return { code: 'guard-refused', defect: false, message, state: path, guard: `except: ${except}` };
}

/** What guards read outside of a running machine. */
export function scopeIn({ machine, snapshot, facts }: Situation): Scope {
  const elapsed = new Set(elapsedOf(snapshot));
  const plain: Scope = { variables: variables(snapshot), elapsed, facts };
  if (machine.decisions.size === 0) return plain;
  const run = new DecisionRun(machine.decisions, facts.decisions ?? [], () => null);
  return { ...plain, decide: (name) => run.read(name, plain) };
}

/** The same with what the state's own transitions read besides. */
export function scopeAt({ snapshot }: Situation, scope: Scope, path: string): Scope {
  const children = childrenMemory(snapshot)[path];
  return children === undefined ? scope : { ...scope, children: childrenFact(children) };
}

/** Whether the guard holds; null where it reads the form, which is not known yet. */
export function isEnabled(machine: CompiledMachine, transition: TransitionSpec, scope: Scope): boolean | null {
  const guard = machine.guards.get(transition);
  if (guard === undefined) return true;
  return guard.readsPayload ? null : guard.evaluate(scope) === true;
}
