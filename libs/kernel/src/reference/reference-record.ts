import { assignFault } from '../compile/step-run.js';
import type { EffectCall, Json, ProcessDefinition } from '../definition/language.js';
import type { Scope } from '../expressions/scope.js';
import type { StepEffect, StepFacts } from '../step/step.types.js';
import type { Move } from './reference-moves.js';
import type { TreeNode } from './reference-tree.js';
import { ReferenceRefusal, ReferenceValues } from './reference-values.js';

/** What a process remembers besides its active states, and what the running step has done. */
export class ReferenceRecord {
  variables: { readonly [name: string]: Json } = {};
  elapsed: ReadonlySet<string> = new Set();
  /** Armed timers, each as `<state> <deadline>`. */
  armed: ReadonlySet<string> = new Set();
  effects: StepEffect[] = [];
  facts: StepFacts = { at: '', actor: null, payload: {}, views: {}, parameters: {} };
  /** Set whenever the memory is written, whatever is written. */
  isWritten = false;
  readonly values: ReferenceValues;

  constructor(private readonly definition: ProcessDefinition) {
    this.values = new ReferenceValues(definition);
  }

  begin(input: { readonly [name: string]: Json }): void {
    const defaults = Object.entries(this.definition.variables).map(([name, spec]) => [name, spec.default] as const);
    this.variables = Object.fromEntries(defaults);
    this.assign(input);
  }

  pass(state: string, deadline: string): void {
    this.elapsed = including(this.elapsed, deadline);
    this.armed = without(this.armed, timer(state, deadline));
  }

  scope(output: Json = {}): Scope {
    return { variables: this.variables, elapsed: this.elapsed, facts: this.facts, output };
  }

  enter({ spec }: TreeNode): void {
    const deadlines = Object.keys(spec.after);
    this.effects.push({ kind: 'enter', state: spec.path });
    if (deadlines.length > 0) {
      this.elapsed = without(this.elapsed, ...deadlines);
      this.isWritten = true;
    }
    this.call(spec.entry, spec.path, this.scope());
    if (spec.subprocess !== undefined) {
      const input = this.values.all(spec.subprocess.with, this.scope());
      this.effects.push({
        kind: 'startChild',
        state: spec.path,
        process: this.childOf(spec.subprocess.process),
        input,
      });
    }
    for (const deadline of deadlines) this.arm(spec.path, deadline);
  }

  private childOf(process: string): string {
    if (!process.startsWith('=')) return process;
    const chosen = this.values.value(process.slice(1), this.scope());
    if (typeof chosen !== 'string' || chosen === '') throw new ReferenceRefusal('bad-assign');
    return chosen;
  }

  exit({ spec }: TreeNode): void {
    if (spec.subprocess !== undefined) this.effects.push({ kind: 'stopChild', state: spec.path });
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
    if (Object.keys(spec.assign).length > 0) this.assign(this.values.all(spec.assign, this.scope(output)));
    this.call(spec.actions, source.spec.path, this.scope(output));
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
    for (const { effect, with: input } of calls)
      this.effects.push({ kind: 'effect', name: effect, input: this.values.all(input, scope), state });
  }

  private arm(state: string, deadline: string): void {
    this.armed = including(this.armed, timer(state, deadline));
    const parameter = this.definition.parameters[deadline];
    if (parameter !== undefined) {
      const law = parameter.law === undefined ? {} : { law: parameter.law };
      this.effects.push({ kind: 'arm', state, deadline, duration: this.durationOf(deadline), ...law });
      return;
    }
    const date = this.variables[deadline];
    if (typeof date !== 'string') throw new ReferenceRefusal('bad-delay');
    this.effects.push({ kind: 'arm', state, deadline, date });
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
