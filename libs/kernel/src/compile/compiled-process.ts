import type { BoundDecisions } from '../decisions/bound-decision.js';
import type { DefinitionIndex } from '../definition/definition-index.js';
import type { ProcessDefinition, StateSpec, TransitionSpec } from '../definition/language.js';
import type { Expression } from '../expressions/expression.js';
import type { RunnableMachine } from './runnable-machine.js';

/** A definition ready to run. Compiling is slow, stepping is fast: keep it. */
export interface CompiledProcess {
  readonly definition: ProcessDefinition;
  /** Every state by its path; the top level has the empty path. */
  readonly states: ReadonlyMap<string, StateSpec>;
  /** Path of the nearest enclosing region: empty for the top level, else a child of a parallel state. */
  regionOf(path: string): string;
}

/** What `CompiledProcess` is inside the kernel. */
export class CompiledMachine implements CompiledProcess {
  readonly definition: ProcessDefinition;
  readonly states: ReadonlyMap<string, StateSpec>;
  /** Names that an outside event may have. */
  readonly events: ReadonlySet<string>;
  /** Events that only say that a view has changed: they are never refused. */
  readonly viewEvents: ReadonlySet<string>;

  constructor(
    readonly index: DefinitionIndex,
    readonly machine: RunnableMachine,
    readonly guards: ReadonlyMap<TransitionSpec, Expression>,
    readonly decisions: BoundDecisions,
  ) {
    this.definition = index.definition;
    this.states = index.states;
    this.viewEvents = new Set(Object.values(index.definition.views).map((view) => view.changedBy));
    this.events = new Set([...index.events, ...this.viewEvents]);
  }

  regionOf(path: string): string {
    return this.index.regionOf(path);
  }
}

/** The inside of a compiled process. */
export function machineOf(process: CompiledProcess): CompiledMachine {
  if (process instanceof CompiledMachine) return process;
  throw new TypeError('a compiled process comes from compileProcess only');
}
