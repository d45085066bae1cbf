import { choiceExpressions } from '../../definition/definition-index.js';
import type { StateSpec } from '../../definition/language.js';
import type { StepEffect } from '../../step/step.types.js';
import type { CompileContext } from '../compile-context.js';
import type { Construct } from '../construct.js';
import type { MachineArgs } from '../machine-config.js';
import { evaluateValue, scopeOf } from '../step-run.js';

/** Marks of entering and leaving, so that a step can tell them in true order. */
export const marksConstruct: Construct = {
  keyword: 'states',
  compile(state, node, context) {
    if (state.path === '' || state.kind === 'history') return;
    node.entry.push(
      state.task?.choice === undefined
        ? { type: 'effect', params: { kind: 'enter', state: state.path } }
        : { type: 'effects', params: enteringWithChoice(state, context) },
    );
    node.exit.push({ type: 'effect', params: { kind: 'exit', state: state.path } });
  },
};

/** Who has the task is computed as of now: after all that the transition has assigned. */
function enteringWithChoice(state: StateSpec, context: CompileContext) {
  const parts = choiceExpressions(state.task?.choice).map(
    ([pointer, text]) => [pointer.slice(pointer.lastIndexOf('/') + 1), context.expression(state, text)] as const,
  );
  return (args: MachineArgs): readonly StepEffect[] => {
    const scope = scopeOf(args, state.path);
    const choice = Object.fromEntries(
      parts.map(([name, expression]) => [name, evaluateValue(expression, scope, state.path)]),
    );
    return [{ kind: 'enter', state: state.path, choice }];
  };
}
