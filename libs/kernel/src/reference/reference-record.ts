import type { DecisionTable } from '../decisions/decision-table.js';
import { assignFault } from '../compile/step-run.js';
import type {
  EffectCall,
  Json,
  JsonObject,
  ProcessDefinition,
  StateSpec,
  SubprocessSpec,
} from '../definition/language.js';
import type { Scope } from '../expressions/scope.js';
import type { KernelEvent, StepEffect, StepFacts } from '../step/step.types.js';
import { ReferenceDecisions } from './reference-decisions.js';
import type { Move } from './reference-moves.js';
import type { TreeNode } from './reference-tree.js';
import { ReferenceRefusal, ReferenceValues } from './reference-values.js';

/** What a process remembers besides its active states, and what the running step has done. */
export class ReferenceRecord {
  variables: { readonly [name: string]: Json } = {};
  elapsed: ReadonlySet<string> = new Set();
  /** Armed timers, each as `<state> <deadline>`. */
  armed: ReadonlySet<string> = new Set();
  /** Outputs of the children of states with `each`, null for those that are awaited. */
  children: ReadonlyMap<string, readonly (JsonObject | null)[]> = new Map();
  effects: StepEffect[] = [];
  facts: StepFacts = { at: '', actor: null, payload: {}, views: {}, parameters: {} };
  /** Set whenever the memory is written, whatever is written. */
  isWritten = false;
  readonly values: ReferenceValues;

  private readonly decisions: ReferenceDecisions;

  constructor(
    private readonly definition: ProcessDefinition,
    tables: ReadonlyMap<string, DecisionTable>,
  ) {
    this.values = new ReferenceValues(definition);
    this.decisions = new ReferenceDecisions(definition, tables, this.values);
  }

  begin(input: { readonly [name: string]: Json }): void {
    const defaults = Object.entries(this.definition.variables).map(([name, spec]) => [name, spec.default] as const);
    this.variables = Object.fromEntries(defaults);
    this.assign(input);
  }

  /** What an event says by itself, whoever hears it. */
  learn(event: KernelEvent): void {
    if (event.kind === 'deadline') this.pass(event.state, event.deadline);
    if (event.kind === 'completed' && event.item !== undefined)
      this.completeChild(event.state, event.item, event.output);
  }

  private pass(state: string, deadline: string): void {
    this.elapsed = including(this.elapsed, deadline);
    this.armed = without(this.armed, timer(state, deadline));
  }

  scope(output: Json = {}): Scope {
    const plain = { variables: this.variables, elapsed: this.elapsed, facts: this.facts, output };
    return { ...plain, decide: (name) => this.decisions.read(name, plain) };
  }

  /** What the transitions of a state read. */
  scopeFor({ path, subprocess }: StateSpec, output: Json): Scope {
    return subprocess?.each === undefined ? this.scope(output) : this.scopeOfChildren(path);
  }

  /** What the transitions of a state with `each` read besides. */
  scopeOfChildren(state: string): Scope {
    const outputs = (this.children.get(state) ?? []).filter((output) => output !== null);
    const count = this.children.get(state)?.length ?? 0;
    return { ...this.scope(outputs), children: { count, done: outputs.length, outputs } };
  }

  /** Whether the children of a state with `each` have all done their work, or enough of them. */
  isDoneByChildren({ path, subprocess, onDone }: StateSpec): boolean {
    const each = subprocess?.each;
    if (each === undefined || onDone.length === 0) return false;
    if (this.children.get(path)?.includes(null) === false) return true;
    return each.completeWhen !== undefined && this.values.guard(each.completeWhen, this.scopeOfChildren(path));
  }

  private completeChild(state: string, item: number, output: JsonObject): void {
    const known = this.children.get(state) ?? [];
    if (known[item] !== null) throw new ReferenceRefusal('not-accepted');
    this.children = new Map([...this.children, [state, known.map((old, index) => (index === item ? output : old))]]);
  }

  enter({ spec }: TreeNode): void {
    const deadlines = Object.keys(spec.after);
    this.effects.push({ kind: 'enter', state: spec.path });
    if (deadlines.length > 0) {
      this.elapsed = without(this.elapsed, ...deadlines);
      this.isWritten = true;
    }
    this.call(spec.entry, spec.path, this.scope());
    if (spec.subprocess !== undefined) this.startChildren(spec.path, spec.subprocess);
    for (const deadline of deadlines) this.arm(spec.path, deadline);
  }

  private startChildren(state: string, spec: SubprocessSpec): void {
    const { each } = spec;
    if (each === undefined) {
      this.effects.push(this.startOf(state, spec, this.scope()));
      return;
    }
    const list = this.values.value(each.list, this.scope());
    if (!Array.isArray(list) || list.length > 500) throw new ReferenceRefusal('bad-assign');
    const elements: readonly Json[] = list;
    this.isWritten = true;
    this.children = new Map([...this.children, [state, elements.map(() => null)]]);
    elements.forEach((element, item) => {
      const scope = { ...this.scope(), variables: { ...this.variables, [each.as]: element } };
      this.effects.push({ ...this.startOf(state, spec, scope, each.as), item });
    });
  }

  private startOf(state: string, spec: SubprocessSpec, scope: Scope, bound?: string) {
    const input = this.values.all(spec.with, scope, bound);
    return { kind: 'startChild', state, process: this.childOf(spec.process, scope, bound), input } as const;
  }

  private childOf(process: string, scope: Scope, bound?: string): string {
    if (!process.startsWith('=')) return process;
    const chosen = this.values.value(process.slice(1), scope, bound);
    if (typeof chosen !== 'string' || chosen === '') throw new ReferenceRefusal('bad-assign');
    return chosen;
  }

  exit({ spec }: TreeNode): void {
    const isAwaited = this.children.get(spec.path)?.includes(null) ?? true;
    if (spec.subprocess !== undefined && isAwaited) this.effects.push({ kind: 'stopChild', state: spec.path });
    this.call(spec.exit, spec.path, this.scope());
    this.effects.push({ kind: 'exit', state: spec.path });
    for (const deadline of Object.keys(spec.after)) {
      if (!this.armed.has(timer(spec.path, deadline))) continue;
      this.armed = without(this.armed, timer(spec.path, deadline));
      this.effects.push({ kind: 'disarm', state: spec.path, deadline });
    }
  }

  /** The assignments of a move, then its effects, then the deadline that it moves. */
  act({ spec, source }: Move, output: Json): void {
    const path = source.spec.path;
    const scope = (): Scope => (this.children.has(path) ? this.scopeOfChildren(path) : this.scope(output));
    if (Object.keys(spec.assign).length > 0) this.assign(this.values.all(spec.assign, scope()));
    this.call(spec.actions, path, scope());
    if (spec.extend === undefined) return;
    this.effects.push({
      kind: 'extend',
      deadline: spec.extend.deadline,
      atLeast: this.durationOf(spec.extend.atLeast),
    });
  }

  /** A child that has completed needs not be stopped. */
  forgetStop(state: string): void {
    const at = this.effects.findIndex((effect) => effect.kind === 'stopChild' && effect.state === state);
    if (at >= 0) this.effects.splice(at, 1);
  }

  private assign(values: { readonly [name: string]: Json }): void {
    for (const [name, value] of Object.entries(values)) {
      const spec = this.definition.variables[name];
      if (spec === undefined || assignFault(name, value, spec) !== null) throw new ReferenceRefusal('bad-assign');
    }
    this.variables = { ...this.variables, ...values };
    this.isWritten = true;
  }

  private call(calls: readonly EffectCall[], state: string, scope: Scope): void {
    for (const { effect, with: input, suspension } of calls) {
      if (suspension === undefined)
        this.effects.push({ kind: 'effect', name: effect, input: this.values.all(input, scope), state });
      else if (effect === 'suspend') this.effects.push({ kind: 'suspend', state, ...suspension });
      else this.effects.push({ kind: 'resume', state, scope: suspension.scope, cause: suspension.cause });
    }
  }

  private arm(state: string, deadline: string): void {
    this.armed = including(this.armed, timer(state, deadline));
    const parameter = this.definition.parameters[deadline];
    if (parameter !== undefined) {
      const law = parameter.law === undefined ? {} : { law: parameter.law };
      this.effects.push({ kind: 'arm', state, deadline, duration: this.durationOf(deadline), ...law });
      return;
    }
    const counted = this.definition.deadlines?.[deadline];
    const date = this.variables[counted?.until ?? deadline];
    if (typeof date !== 'string') throw new ReferenceRefusal('bad-delay');
    const back = counted === undefined ? {} : { minus: this.durationOf(counted.minus) };
    const law = counted?.law === undefined ? {} : { law: counted.law };
    this.effects.push({ kind: 'arm', state, deadline, date, ...back, ...law });
  }

  private durationOf(text: string): string {
    const value = this.facts.parameters[text] ?? this.definition.parameters[text]?.default;
    return typeof value === 'string' ? value : text;
  }
}

function timer(state: string, deadline: string): string {
  return `${state} ${deadline}`;
}

function including(set: ReadonlySet<string>, item: string): ReadonlySet<string> {
  return new Set([...set, item]);
}

function without(set: ReadonlySet<string>, ...items: readonly string[]): ReadonlySet<string> {
  return new Set([...set].filter((item) => !items.includes(item)));
}
