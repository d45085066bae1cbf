import { assign } from 'xstate';
import type { EffectCall, Json, ProcessDefinition, StateSpec, TransitionSpec } from '../definition/language.js';
import { type DefinitionIndex, pointerOf } from '../definition/definition-index.js';
import { hears } from '../definition/hearing.js';
import type { Problem } from '../definition/problem.js';
import { ProblemList } from '../definition/problem-list.js';
import { vocabularyOf, withBound } from '../definition/vocabulary.js';
import { compileExpression } from '../expressions/compile-expression.js';
import type { Expression } from '../expressions/expression.js';
import type { Vocabulary } from '../expressions/scope.js';
import type { StepEffect } from '../step/step.types.js';
import {
  type ActionConfig,
  type MachineArgs,
  type MachineMemory,
  nodeId,
  type Taken,
  type TransitionConfig,
} from './machine-config.js';
import { abort, assignFault, currentFacts, evaluateGuard, evaluateInput, evaluateValue, scopeOf } from './step-run.js';

/** What an expression may read because of where it stands. */
export interface Place {
  readonly hasOutput?: boolean;
  /** Name of the element of `each`. */
  readonly bound?: string | undefined;
}

type Expressions = { readonly [name: string]: Expression };

/** What the constructs of a definition share while it is compiled: expressions are parsed once, here. */
export class CompileContext {
  readonly definition: ProcessDefinition;
  /** The parsed guard of each transition that has one. */
  readonly guards = new Map<TransitionSpec, Expression>();
  private readonly vocabulary: Vocabulary;
  private readonly problemList: ProblemList;
  private readonly parsed = new Map<string, Expression>();

  constructor(readonly index: DefinitionIndex) {
    this.definition = index.definition;
    this.vocabulary = vocabularyOf(index.definition);
    this.problemList = new ProblemList(index.definition.file);
  }

  get problems(): readonly Problem[] {
    return this.problemList.all;
  }

  /** A transition with its mark first, then its assignments, then its effects. */
  transition(state: StateSpec, spec: TransitionSpec, trigger: Taken['trigger']): TransitionConfig {
    const hasOutput = trigger === 'onDone' || trigger === 'completed';
    const config: TransitionConfig = {
      actions: [
        { type: 'taken', params: { trigger } },
        ...this.assignment(state, spec, hasOutput),
        ...this.actions(state, spec, hasOutput),
      ],
    };
    if (spec.target !== undefined)
      config.target = `#${nodeId(this.index.resolveTarget(state, spec.target)?.path ?? spec.target)}`;
    if (spec.reenter) config.reenter = true;
    if (spec.guard !== undefined) {
      const guard = this.expression(state, spec.guard, { hasOutput });
      this.guards.set(spec, guard);
      config.guard = (args) => evaluateGuard(guard, args, state.path);
    }
    if (spec.except !== undefined) config.guard = unlessBarred(spec, config.guard);
    if (trigger === 'on') config.guard = ifAddressed(state.path, config.guard);
    return config;
  }

  effects(state: StateSpec, effects: readonly EffectCall[], hasOutput = false): readonly ActionConfig[] {
    return effects.map((call) => {
      const { suspension } = call;
      if (suspension !== undefined) return { type: 'effect', params: suspensionEffect(call, state.path) } as const;
      const input = this.expressions(state, call.with, { hasOutput });
      const params = (args: MachineArgs) =>
        ({
          kind: 'effect',
          name: call.effect,
          input: evaluateInput(input, args, state.path),
          state: state.path,
        }) as const;
      return { type: 'effect', params } as const;
    });
  }

  expressions(state: StateSpec, texts: { readonly [name: string]: string }, place: Place = {}): Expressions {
    return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, this.expression(state, text, place)]));
  }

  /** The parsed expression; a faulty one is reported, and the compilation fails at its end. */
  expression(state: StateSpec, text: string, { hasOutput = false, bound }: Place = {}): Expression {
    const hasChildren = state.subprocess?.each !== undefined;
    const key = JSON.stringify([hasOutput, hasChildren, bound, text]);
    const known = this.parsed.get(key);
    if (known !== undefined) return known;
    const vocabulary = withBound(this.vocabulary, bound);
    const compiled = compileExpression(text, { vocabulary, hasOutput, hasChildren, hasStep: true });
    if (!compiled.ok) {
      for (const fault of compiled.faults)
        this.problemList.add(fault.code, this.index.lineOf(pointerOf(state.path)), fault.message, fault.hint);
      return this.expression(state, 'null');
    }
    this.parsed.set(key, compiled.expression);
    return compiled.expression;
  }

  private actions(state: StateSpec, spec: TransitionSpec, hasOutput: boolean): readonly ActionConfig[] {
    const effects = this.effects(state, spec.actions, hasOutput);
    if (spec.extend === undefined) return effects;
    const { deadline, atLeast } = spec.extend;
    const params = (): { readonly kind: 'extend'; readonly deadline: string; readonly atLeast: string } => ({
      kind: 'extend',
      deadline,
      atLeast: this.durationOf(atLeast),
    });
    return [...effects, { type: 'effect', params }];
  }

  private durationOf(text: string): string {
    const parameter = this.definition.parameters[text];
    if (parameter === undefined) return text;
    const value = currentFacts().parameters[text] ?? parameter.default;
    return typeof value === 'string' ? value : text;
  }

  /** All assignments of one transition read the values from before it. */
  private assignment(state: StateSpec, spec: TransitionSpec, hasOutput: boolean): readonly ActionConfig[] {
    const names = Object.keys(spec.assign);
    if (names.length === 0) return [];
    const values = this.expressions(state, spec.assign, { hasOutput });
    const change = (args: MachineArgs): MachineMemory => ({
      ...args.context,
      vars: { ...args.context.vars, ...this.assigned(values, args, state.path) },
    });
    return [assignAction(change)];
  }

  private assigned(values: Expressions, args: MachineArgs, state: string): { readonly [name: string]: Json } {
    const scope = scopeOf(args, state);
    return Object.fromEntries(
      Object.entries(values).map(([name, expression]) => {
        const value = evaluateValue(expression, scope, state);
        const spec = this.definition.variables[name];
        const fault = spec === undefined ? `there is no variable \`${name}\`` : assignFault(name, value, spec);
        if (fault !== null)
          abort({ code: 'bad-assign', defect: true, message: `\`assign\` in the state \`${state}\`: ${fault}`, state });
        return [name, value];
      }),
    );
  }
}

function suspensionEffect({ effect, suspension }: EffectCall, state: string): StepEffect {
  const { scope, cause, except } = suspension ?? { scope: 'instance', cause: '', except: [] };
  return effect === 'suspend'
    ? { kind: 'suspend', state, scope, cause, except }
    : { kind: 'resume', state, scope, cause };
}

/** `except` is looked at before the guard. */
function unlessBarred(spec: TransitionSpec, guard: TransitionConfig['guard']) {
  return (args: MachineArgs): boolean =>
    !isBarred(spec, args.event.active ?? []) && (guard === undefined || guard(args));
}

/** An event that is addressed to one state is not for the regions beside it. */
function ifAddressed(path: string, guard: TransitionConfig['guard']) {
  return (args: MachineArgs): boolean => hears(path, args.event.to) && (guard === undefined || guard(args));
}

/** Whether one of the states is active in which the transition is not possible. */
export function isBarred({ except = [] }: TransitionSpec, active: readonly string[]): boolean {
  return except.some((path) => active.some((leaf) => leaf === path || leaf.startsWith(`${path}.`)));
}

/** XState's assign over the whole memory. */
export function assignAction(change: (args: MachineArgs) => MachineMemory): ActionConfig {
  // Machines are built from data, so XState's generics cannot know the context; this is the one place that says so.
  return assign(change as never) as unknown as ActionConfig;
}
