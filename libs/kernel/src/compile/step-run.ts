import { type BoundDecisions, DecisionRun } from '../decisions/bound-decision.js';
import type { Json, JsonObject, VariableSpec } from '../definition/language.js';
import type { Expression } from '../expressions/expression.js';
import type { Scope } from '../expressions/scope.js';
import type { DecisionOutcome, StepFacts, StepProblem } from '../step/step.types.js';
import { isOfType } from '../values/value-type.js';
import { childrenFact } from './children.js';
import type { MachineArgs } from './machine-config.js';

/** Thrown inside a machine to leave it; the problem is what the step returns. */
export class StepAbort extends Error {
  constructor(readonly problem: StepProblem) {
    super(problem.message);
  }
}

/** The facts of the step that is running, and why it was aborted if it was. */
interface StepRun {
  readonly facts: StepFacts;
  problem: StepProblem | null;
  /** Null where the process asks no table. */
  readonly decisions: DecisionRun | null;
}

/**
 * XState passes its own event to guards and actions, and behind `onDone` or `raise` that is another one
 * than the command's. So the facts reach them on this side road, set around each synchronous call.
 */
let running: StepRun | null = null;

/** What came of running a machine. */
interface FactualRun<T> {
  readonly value: T | null;
  readonly problem: StepProblem | null;
  readonly decisions: readonly DecisionOutcome[];
}

/** Runs a machine with these facts; whatever aborts it comes back as a problem. */
export function withFacts<T>(facts: StepFacts, bound: BoundDecisions, run: () => T): FactualRun<T> {
  const outer = running;
  const decisions =
    bound.size === 0
      ? null
      : new DecisionRun(bound, facts.decisions ?? [], (message) =>
          abort({ code: 'bad-decision', defect: true, message }),
        );
  const current: StepRun = { facts, problem: null, decisions };
  running = current;
  try {
    const value = run();
    return { value, problem: current.problem, decisions: decisions?.outcomes ?? [] };
  } catch (error) {
    return { value: null, problem: current.problem ?? problemOf(error), decisions: [] };
  } finally {
    running = outer;
  }
}

/** What a thrown value means for the step. */
export function problemOf(error: unknown): StepProblem {
  if (error instanceof StepAbort) return error.problem;
  const message = error instanceof Error ? error.message : String(error);
  const code = message.startsWith('Infinite loop') ? 'iterations' : 'machine-error';
  return { code, defect: true, message };
}

/** The facts of the running step. */
export function currentFacts(): StepFacts {
  if (running === null) throw new TypeError('a machine ran outside of a step');
  return running.facts;
}

/** Leaves the machine; XState may swallow the throw, so the problem is kept too. */
export function abort(problem: StepProblem): never {
  if (running !== null) running.problem ??= problem;
  throw new StepAbort(problem);
}

/** What an expression of that state reads while a machine runs. */
export function scopeOf({ context, event }: MachineArgs, state: string): Scope {
  const plain: Scope = {
    variables: context.vars,
    elapsed: new Set(context.elapsed),
    facts: currentFacts(),
    output: event.output ?? {},
  };
  const decisions = running?.decisions;
  const asking: Scope = decisions ? { ...plain, decide: (name) => decisions.read(name, plain) } : plain;
  const memory = context.children?.[state];
  if (memory === undefined) return asking;
  const children = childrenFact(memory);
  return { ...asking, children, output: children.outputs };
}

/** True or false; anything else is a defect of the definition. */
export function evaluateGuard(guard: Expression, args: MachineArgs, state: string): boolean {
  const scope = scopeOf(args, state);
  const value = guard.evaluate(scope);
  if (typeof value === 'boolean') return value;
  const values = guard.valuesRead(scope);
  return abort({
    code: 'guard-null',
    defect: true,
    message: `the guard ${JSON.stringify(guard.text)} of the state \`${state}\` gives ${JSON.stringify(value ?? null)}, neither true nor false, with ${JSON.stringify(values)}`,
    state,
    guard: guard.text,
    values,
  });
}

/** Named values of `with`, `output` and a child's input. */
export function evaluateInput(
  input: { readonly [name: string]: Expression },
  args: MachineArgs,
  state: string,
): JsonObject {
  const scope = scopeOf(args, state);
  return Object.fromEntries(
    Object.entries(input).map(([name, expression]) => [name, evaluateValue(expression, scope, state)]),
  );
}

/** A value that JSON can hold. */
export function evaluateValue(expression: Expression, scope: Scope, state: string): Json {
  const value = expression.evaluate(scope);
  if (value !== undefined) return value;
  return abort({
    code: 'bad-assign',
    defect: true,
    message: `the expression ${JSON.stringify(expression.text)} in the state \`${state}\` gives no value that JSON can hold`,
    state,
  });
}

/** Why a value cannot be kept in a variable; null when it can. */
export function assignFault(name: string, value: Json, spec: VariableSpec): string | null {
  if (value === null)
    return spec.default === null ? null : `the variable \`${name}\` must not become null: it holds a ${spec.type}`;
  if (!isOfType(value, spec.type)) return `the variable \`${name}\` holds a ${spec.type}, not ${JSON.stringify(value)}`;
  if (spec.enum === undefined || spec.enum.includes(value)) return null;
  return `the variable \`${name}\` cannot be ${JSON.stringify(value)}: it must be one of ${JSON.stringify(spec.enum)}`;
}
