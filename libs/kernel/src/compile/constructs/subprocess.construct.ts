import { chosenProcess } from '../../definition/definition-index.js';
import type { StateSpec, SubprocessSpec } from '../../definition/language.js';
import type { StepEffect } from '../../step/step.types.js';
import type { CompileContext } from '../compile-context.js';
import type { Construct } from '../construct.js';
import { completedEvent, type MachineArgs } from '../machine-config.js';
import { abort, evaluateInput, evaluateValue, scopeOf } from '../step-run.js';

/** `subprocess`: starts a child on entry, waits for its output, stops it when the state is left before. */
export const subprocessConstruct: Construct = {
  keyword: 'subprocess',
  compile(state, node, context) {
    if (state.subprocess === undefined || state.subprocess.each !== undefined) return;
    node.entry.push({ type: 'effect', params: startEffect(state, state.subprocess, context) });
    node.exit.unshift({ type: 'effect', params: { kind: 'stopChild', state: state.path } });
    node.on[completedEvent(state.path)] = state.onDone.map((spec) => context.transition(state, spec, 'completed'));
  },
};

type StartEffect = Extract<StepEffect, { kind: 'startChild' }>;

/** Gives the effect that starts a child; `process` and `with` may read the element of `each`. */
export function startEffect(state: StateSpec, spec: SubprocessSpec, context: CompileContext) {
  const place = { bound: spec.each?.as };
  const input = context.expressions(state, spec.with, place);
  const chosen = chosenProcess(spec.process);
  const choice = chosen === null ? null : context.expression(state, chosen, place);
  return (args: MachineArgs): StartEffect => {
    const process = choice === null ? spec.process : evaluateValue(choice, scopeOf(args, state.path), state.path);
    if (typeof process !== 'string' || process === '') {
      return abort({
        code: 'bad-assign',
        defect: true,
        message: `the state \`${state.path}\` chooses no child process: ${JSON.stringify(chosen)} gives ${JSON.stringify(process)}`,
        state: state.path,
      });
    }
    return { kind: 'startChild', state: state.path, process, input: evaluateInput(input, args, state.path) };
  };
}
