import { bindDecisions } from '../decisions/bound-decision.js';
import type { DecisionTable } from '../decisions/decision-table.js';
import { checkDefinition } from '../definition/check-definition.js';
import { DefinitionIndex } from '../definition/definition-index.js';
import type { ProcessDefinition, StateSpec } from '../definition/language.js';
import type { Problem, Result } from '../definition/problem.js';
import { isJsonObject } from '../values/value-type.js';
import { CompileContext } from './compile-context.js';
import { CompiledMachine, type CompiledProcess } from './compiled-process.js';
import { CONSTRUCTS } from './constructs.js';
import { MACHINE_ID, type MachineArgs, type NodeConfig } from './machine-config.js';
import { buildMachine, type MachineConfig, type RunnableMachine } from './runnable-machine.js';

/** An `always` cycle would hang for ever; no lawful step needs as many microsteps as this. */
export const MAX_ITERATIONS = 1_000;

/** XState only needs a finite number: the true due time is computed by the engine. */
const NOMINAL_DELAY = 1;

/**
 * Builds the XState machine of a definition and proves that it can be built. Without `tables` it can be looked at,
 * but a step that asks a decision table is refused.
 */
export function compileProcess(
  definition: ProcessDefinition,
  tables: ReadonlyMap<string, DecisionTable> = new Map(),
): Result<CompiledProcess> {
  const problems = checkDefinition(definition);
  if (problems.length > 0) return { ok: false, problems };
  const index = new DefinitionIndex(definition);
  const context = new CompileContext(index);
  const config = nodeOf(definition.root, context);
  if (context.problems.length > 0) return { ok: false, problems: context.problems };
  const machine = machineFor(config, definition);
  if (!machine.ok) return machine;
  return {
    ok: true,
    value: new CompiledMachine(index, machine.value, context.guards, bindDecisions(definition, tables)),
  };
}

function nodeOf(state: StateSpec, context: CompileContext): NodeConfig {
  const node: NodeConfig = { entry: [], exit: [], on: {}, always: [], after: {} };
  if (state.kind === 'parallel') node.type = 'parallel';
  if (state.initial !== undefined) node.initial = state.initial;
  if (state.tags.length > 0) node.tags = [...state.tags];
  for (const construct of CONSTRUCTS) construct.compile(state, node, context);
  const children = Object.entries(state.states);
  if (children.length > 0)
    node.states = Object.fromEntries(children.map(([name, child]) => [name, nodeOf(child, context)]));
  return node;
}

function machineFor(root: NodeConfig, definition: ProcessDefinition): Result<RunnableMachine> {
  const variables = Object.fromEntries(
    Object.entries(definition.variables).map(([name, spec]) => [name, spec.default]),
  );
  const delays = Object.fromEntries(deadlineNames(root).map((name) => [name, NOMINAL_DELAY]));
  const config: MachineConfig = {
    ...root,
    id: MACHINE_ID,
    options: { maxIterations: MAX_ITERATIONS },
    context: ({ input }) => ({ vars: { ...variables, ...(isJsonObject(input) ? input : {}) }, elapsed: [], fired: [] }),
    output: ({ event }: MachineArgs) => event.output ?? {},
  };
  try {
    return { ok: true, value: buildMachine(config, delays) };
  } catch (error) {
    return { ok: false, problems: [machineProblem(definition, error)] };
  }
}

function deadlineNames(node: NodeConfig): readonly string[] {
  return [...Object.keys(node.after), ...Object.values(node.states ?? {}).flatMap(deadlineNames)];
}

function machineProblem(definition: ProcessDefinition, error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 'machine-error',
    file: definition.file,
    line: definition.root.line,
    message: `XState refuses the machine: ${message}`,
    hint: 'This is a gap in the checks of the kernel: report it together with the definition.',
  };
}
