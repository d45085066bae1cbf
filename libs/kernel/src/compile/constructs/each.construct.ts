import {
  type EachSpec,
  type Json,
  MAX_CHILDREN,
  type StateSpec,
  type TransitionSpec,
} from '../../definition/language.js';
import type { Expression } from '../../expressions/expression.js';
import type { StepEffect } from '../../step/step.types.js';
import { assignAction, type CompileContext } from '../compile-context.js';
import type { Construct } from '../construct.js';
import type { MachineArgs, TransitionConfig } from '../machine-config.js';
import { abort, evaluateGuard, evaluateValue, scopeOf } from '../step-run.js';
import { startEffect } from './subprocess.construct.js';

/**
 * `each` of a subprocess: one child for each element of a list. The machine keeps what they gave, and looks after
 * every step whether the state is done; so a list without elements is done at once.
 */
export const eachConstruct: Construct = {
  keyword: 'each',
  compile(state, node, context) {
    const each = state.subprocess?.each;
    if (each === undefined) return;
    const list = context.expression(state, each.list);
    node.entry.push(beginAction(state, list), { type: 'effects', params: startEffects(state, list, context) });
    node.exit.unshift({ type: 'effect', params: { kind: 'stopChild', state: state.path } });
    node.always.push(...state.onDone.map((spec) => doneTransition(state, each, spec, context)));
  },
};

function beginAction({ path }: StateSpec, list: Expression) {
  return assignAction((args: MachineArgs) => ({
    ...args.context,
    children: { ...args.context.children, [path]: elementsOf(list, args, path).map(() => null) },
  }));
}

function startEffects(state: StateSpec, list: Expression, context: CompileContext) {
  const spec = state.subprocess;
  const as = spec?.each?.as ?? '';
  const start = spec === undefined ? null : startEffect(state, spec, context);
  return (args: MachineArgs): readonly StepEffect[] =>
    elementsOf(list, args, state.path).flatMap((element, item) => {
      const vars = { ...args.context.vars, [as]: element };
      return start === null ? [] : [{ ...start({ ...args, context: { ...args.context, vars } }), item }];
    });
}

function elementsOf(list: Expression, args: MachineArgs, state: string): readonly Json[] {
  const value = evaluateValue(list, scopeOf(args, state), state);
  if (Array.isArray(value) && value.length <= MAX_CHILDREN) return value as readonly Json[];
  const what = Array.isArray(value) ? `a list of ${value.length}, more than ${MAX_CHILDREN}` : JSON.stringify(value);
  return abort({
    code: 'bad-assign',
    defect: true,
    message: `\`each\` of the state \`${state}\` must give a list of at most ${MAX_CHILDREN}: ${JSON.stringify(list.text)} gives ${what}`,
    state,
  });
}

function doneTransition(
  state: StateSpec,
  { completeWhen }: EachSpec,
  spec: TransitionSpec,
  context: CompileContext,
): TransitionConfig {
  const enough = completeWhen === undefined ? null : context.expression(state, completeWhen);
  const transition = context.transition(state, spec, 'completed');
  const { guard } = transition;
  const isDone = (args: MachineArgs): boolean =>
    args.context.children?.[state.path]?.every((output) => output !== null) === true ||
    (enough !== null && evaluateGuard(enough, args, state.path));
  return { ...transition, guard: (args) => isDone(args) && (guard === undefined || guard(args)) };
}
