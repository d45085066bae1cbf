import { pointerOf, transitionsOf } from '../../definition/definition-index.js';
import type { Json, ProcessDefinition, StateSpec } from '../../definition/language.js';
import { durationFault } from '../../values/duration-fault.js';
import type { GateRule } from '../gate-rule.js';

/** Every period has a length that a calendar can count: not negative, not longer than a working life, of one kind. */
export const countableDurationRule: GateRule = {
  id: 'countable-duration',
  codes: ['negative-duration', 'too-long-duration', 'mixed-duration'],
  meaning: 'A period is negative, longer than thirty years, or mixes natural days, working days and clock time',
  remedy: 'Check number and unit; write one kind, like `P10D`, `P7WD` or `PT30M`',
  check(index, problems) {
    const places = [...ofProcess(index.definition), ...[...index.states.values()].flatMap(ofState)];
    for (const { pointer, text, isOffset } of places) {
      const fault = typeof text === 'string' ? durationFault(text, { isOffset: isOffset === true }) : null;
      if (fault !== null) problems.add(fault.code, index.lineOf(pointer), fault.message, fault.hint);
    }
  },
};

interface Place {
  readonly pointer: string;
  readonly text: Json | undefined;
  /** A reminder, which may lie before the due time. */
  readonly isOffset?: boolean;
}

function ofProcess({ parameters, deadlines = {} }: ProcessDefinition): readonly Place[] {
  return [
    ...Object.entries(parameters)
      .filter(([, { type }]) => type === 'duration')
      .flatMap(([name, spec]) =>
        (['default', 'min', 'max'] as const).map((key) => ({ pointer: `/parameters/${name}/${key}`, text: spec[key] })),
      ),
    ...Object.entries(deadlines).map(([name, { minus }]) => ({ pointer: `/deadlines/${name}/minus`, text: minus })),
  ];
}

function ofState(state: StateSpec): readonly Place[] {
  const due = `${pointerOf(state.path)}/task/due`;
  return [
    { pointer: `${due}/within`, text: state.task?.due?.within },
    ...(state.task?.due?.remind ?? []).map((text, at) => ({ pointer: `${due}/remind/${at}`, text, isOffset: true })),
    ...transitionsOf(state).map(({ transition, pointer }) => ({
      pointer: `${pointer}/extend/atLeast`,
      text: transition.extend?.atLeast,
    })),
  ];
}
