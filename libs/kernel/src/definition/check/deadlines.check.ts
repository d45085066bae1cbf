import { parseDuration } from '../../values/duration.js';
import { type DefinitionIndex, pointerOf, transitionsOf } from '../definition-index.js';
import type { CountedBackSpec, DueSpec, StateSpec } from '../language.js';
import type { ProblemList } from '../problem-list.js';
import { suggest } from '../suggest.js';

/** That every deadline and due time has a length that can be known. */
export function checkDeadlines(index: DefinitionIndex, problems: ProblemList): void {
  for (const [name, spec] of Object.entries(index.definition.deadlines ?? {}))
    checkCountedBack(index, problems, name, spec);
  for (const state of index.states.values()) {
    for (const deadline of Object.keys(state.after)) checkAfter(index, problems, state, deadline);
    for (const { transition, pointer } of transitionsOf(state)) {
      if (transition.extend !== undefined)
        checkDuration(index, problems, transition.extend.atLeast, `${pointer}/extend/atLeast`);
    }
    if (state.task?.due !== undefined) checkDue(index, problems, state, state.task.due);
  }
}

function checkCountedBack(index: DefinitionIndex, problems: ProblemList, name: string, spec: CountedBackSpec): void {
  checkDuration(index, problems, spec.minus, `/deadlines/${name}/minus`);
  if (isDateVariable(index, spec.until)) return;
  problems.add(
    'unknown-name',
    index.lineOf(`/deadlines/${name}/until`),
    `the deadline \`${name}\` counts back from \`${spec.until}\`, which is no date variable`,
    suggest(spec.until, dateVariables(index), 'Declare a variable of type date with that name.'),
  );
}

function checkAfter(index: DefinitionIndex, problems: ProblemList, state: StateSpec, deadline: string): void {
  const counted = index.definition.deadlines ?? {};
  if (isDurationParameter(index, deadline) || isDateVariable(index, deadline) || deadline in counted) return;
  const line = index.lineOf(`${pointerOf(state.path)}/after/${deadline}`);
  const known = [...durationParameters(index), ...dateVariables(index), ...Object.keys(counted)];
  const hint =
    parseDuration(deadline) === null
      ? suggest(deadline, known, 'Declare a parameter of type duration or a variable of type date with that name.')
      : `Declare it as a parameter, like \`reviewPeriod: { type: duration, default: ${deadline} }\`, and write its name here.`;
  problems.add(
    'unknown-deadline',
    line,
    `\`after\` of the state \`${state.path}\` names \`${deadline}\`, which is neither a duration parameter nor a date variable nor one of \`deadlines\``,
    hint,
  );
}

function checkDue(index: DefinitionIndex, problems: ProblemList, state: StateSpec, due: DueSpec): void {
  const at = `${pointerOf(state.path)}/task/due`;
  checkDuration(index, problems, due.within, `${at}/within`);
  due.remind.forEach((remind, position) => {
    if (parseDuration(remind) === null) {
      problems.add(
        'bad-duration',
        index.lineOf(`${at}/remind/${position}`),
        `\`${remind}\` is no duration`,
        'Write `-P1WD` for one working day before the due time, `P0D` for the due day, `P1D` for a day after.',
      );
    }
  });
  if (due.from !== undefined && !isDateVariable(index, due.from)) {
    problems.add(
      'unknown-name',
      index.lineOf(`${at}/from`),
      `\`from\` names \`${due.from}\`, which is no date variable`,
      suggest(due.from, dateVariables(index), 'Declare a variable of type date with that name.'),
    );
  }
  if (due.onOverdue !== undefined && !index.events.has(due.onOverdue)) {
    problems.add(
      'unknown-event',
      index.lineOf(`${at}/onOverdue`),
      `\`onOverdue\` sends \`${due.onOverdue}\`, which no state declares`,
      suggest(due.onOverdue, index.events, 'Declare the event under `on`.'),
    );
  }
}

function checkDuration(index: DefinitionIndex, problems: ProblemList, text: string, pointer: string): void {
  const literal = parseDuration(text);
  if (literal !== null ? !literal.negative : isDurationParameter(index, text)) return;
  problems.add(
    'bad-duration',
    index.lineOf(pointer),
    `\`${text}\` is neither a duration nor a duration parameter`,
    suggest(
      text,
      durationParameters(index),
      'Write a duration like P10D, P7WD, P1M or PT30M, or name a parameter of type duration.',
    ),
  );
}

function isDurationParameter({ definition }: DefinitionIndex, name: string): boolean {
  return definition.parameters[name]?.type === 'duration';
}

function isDateVariable({ definition }: DefinitionIndex, name: string): boolean {
  return definition.variables[name]?.type === 'date';
}

function durationParameters({ definition }: DefinitionIndex): readonly string[] {
  return Object.entries(definition.parameters)
    .filter(([, spec]) => spec.type === 'duration')
    .map(([name]) => name);
}

function dateVariables({ definition }: DefinitionIndex): readonly string[] {
  return Object.entries(definition.variables)
    .filter(([, spec]) => spec.type === 'date')
    .map(([name]) => name);
}
