import { compileProcess } from '../compile/compile-process.js';
import type { CompiledProcess } from '../compile/compiled-process.js';
import type { Json, JsonObject, ProcessDefinition } from '../definition/language.js';
import { parseProcess } from '../definition/parse-process.js';
import type { Problem } from '../definition/problem.js';
import { step } from '../step/step.js';
import type { KernelEvent, Snapshot, StepEffect, StepFacts, StepOutcome, StepProblem } from '../step/step.types.js';

const HEAD = `process: test.process
title: 测试流程
owner: { organisation: purchaser, role: officer }
`;

/** A definition around the given YAML, which begins on line 4. */
export function source(yaml: string): string {
  return HEAD + yaml.replace(/^\n/, '');
}

/** The definition of the given YAML; a faulty one fails the test with its problems. */
export function aDefinition(yaml: string): ProcessDefinition {
  const result = parseProcess(source(yaml), 'test.yaml');
  if (!result.ok) throw new TypeError(result.problems.map(sentence).join('\n'));
  return result.value;
}

/** The problems of the given YAML. */
export function problemsOf(yaml: string): readonly Problem[] {
  const result = parseProcess(source(yaml), 'test.yaml');
  return result.ok ? [] : result.problems;
}

/** A running process that is told what happens and remembers where it is. */
export class ProcessRun {
  readonly process: CompiledProcess;
  snapshot: Snapshot | null = null;
  /** Effects of the last step that was taken, written short. */
  effects: readonly string[] = [];
  /** The last outcome. */
  outcome: StepOutcome | null = null;
  facts: StepFacts = { at: '2026-01-05T01:00:00.000Z', actor: null, payload: {}, views: {}, parameters: {} };

  constructor(yaml: string, input: JsonObject = {}) {
    const compiled = compileProcess(aDefinition(yaml));
    if (!compiled.ok) throw new TypeError(compiled.problems.map(sentence).join('\n'));
    this.process = compiled.value;
    this.apply({ kind: 'start', input });
  }

  /** Changes what the following steps find outside. */
  with(facts: Partial<StepFacts>): this {
    this.facts = { ...this.facts, ...facts };
    return this;
  }

  send(name: string, payload: JsonObject = {}): this {
    return this.with({ payload }).apply({ kind: 'event', name });
  }

  /** To that active state alone. */
  sendTo(to: string, name: string): this {
    return this.apply({ kind: 'event', name, to });
  }

  pass(state: string, deadline: string): this {
    return this.apply({ kind: 'deadline', state, deadline });
  }

  complete(state: string, output: JsonObject = {}): this {
    return this.apply({ kind: 'completed', state, output });
  }

  /** The child of one element of `each` is done. */
  completeItem(state: string, item: number, output: JsonObject = {}): this {
    return this.apply({ kind: 'completed', state, output, item });
  }

  goTo(state: string): this {
    return this.apply({ kind: 'goto', state });
  }

  get active(): readonly string[] {
    return this.outcome?.ok === true ? this.outcome.active : [];
  }

  get variables(): Json {
    const context = this.snapshot?.['context'];
    return typeof context === 'object' && context !== null && 'vars' in context ? (context['vars'] ?? null) : null;
  }

  /** Why the last step was refused. */
  get problem(): StepProblem {
    if (this.outcome === null || this.outcome.ok) throw new TypeError('the last step was not refused');
    return this.outcome.problem;
  }

  private apply(event: KernelEvent): this {
    this.outcome = step(this.process, this.snapshot, event, this.facts);
    if (!this.outcome.ok) return this;
    this.snapshot = this.outcome.snapshot;
    this.effects = this.outcome.effects.map(short);
    return this;
  }
}

function short(effect: StepEffect): string {
  switch (effect.kind) {
    case 'arm':
      return `arm ${effect.state} ${effect.deadline} ${effect.duration ?? effect.date ?? ''}${effect.minus === undefined ? '' : ` - ${effect.minus}`}`;
    case 'disarm':
      return `disarm ${effect.state} ${effect.deadline}`;
    case 'extend':
      return `extend ${effect.deadline} ${effect.atLeast}`;
    case 'suspend':
      return `suspend ${effect.scope} ${effect.cause} ${JSON.stringify(effect.except)}`;
    case 'resume':
      return `resume ${effect.scope} ${effect.cause}`;
    case 'effect':
      return `${effect.name} ${JSON.stringify(effect.input)}`;
    case 'startChild':
      return `startChild ${effect.state}${effect.item === undefined ? '' : `[${effect.item}]`} ${effect.process} ${JSON.stringify(effect.input)}`;
    case 'enter':
    case 'exit':
    case 'stopChild':
      return `${effect.kind} ${effect.state}`;
  }
}

function sentence(problem: Problem): string {
  return `${problem.file}:${problem.line} ${problem.code}: ${problem.message} — ${problem.hint}`;
}
