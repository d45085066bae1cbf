import { type DefinitionIndex, pointerOf } from '../definition-index.js';
import type { StateKind, StateSpec } from '../language.js';
import type { ProblemList } from '../problem-list.js';
import { isReserved } from './declarations.check.js';
import { suggest } from '../suggest.js';

/** Parts that a state of each kind cannot have. */
const FORBIDDEN: { readonly [kind in StateKind]: readonly (keyof StateSpec)[] } = {
  atomic: ['states', 'initial', 'output', 'history'],
  compound: ['task', 'subprocess', 'output', 'history'],
  parallel: ['initial', 'task', 'subprocess', 'output', 'history'],
  final: ['states', 'initial', 'exit', 'on', 'always', 'after', 'onDone', 'task', 'subprocess', 'history'],
  history: [
    'states',
    'initial',
    'entry',
    'exit',
    'on',
    'always',
    'after',
    'onDone',
    'task',
    'subprocess',
    'output',
    'tags',
  ],
};

/** That each state has the parts that its kind needs and no others. */
export function checkStructure(index: DefinitionIndex, problems: ProblemList): void {
  if (Object.keys(index.definition.root.states).length === 0) {
    problems.add(
      'no-states',
      index.definition.root.line,
      'the process has no states',
      'Add `initial: <name>` and `states:` with at least one state.',
    );
    return;
  }
  for (const state of index.states.values()) {
    checkParts(index, problems, state);
    checkInitial(index, problems, state);
    checkDone(index, problems, state);
    checkEach(index, problems, state);
  }
}

/** What is done because its children are stays done, so a branch that leads nowhere would be taken for ever. */
function checkEach(index: DefinitionIndex, problems: ProblemList, state: StateSpec): void {
  const each = state.subprocess?.each;
  if (each === undefined) return;
  const { variables, parameters, views, decisions } = index.definition;
  const isTaken = [variables, parameters, views, decisions ?? {}].some((group) => each.as in group);
  if (isTaken || isReserved(each.as)) {
    problems.add(
      'name-taken',
      index.lineOf(`${pointerOf(state.path)}/subprocess/as`),
      `\`as: ${each.as}\` of the state \`${state.path}\` is the name of something else`,
      'Choose a name that nothing else has, like `lot`.',
    );
  }
  state.onDone.forEach((branch, position) => {
    const target = branch.target === undefined ? null : index.resolveTarget(state, branch.target);
    if (branch.target !== undefined && (target === null || target.path !== state.path)) return;
    problems.add(
      'idle-done',
      index.lineOf(`${pointerOf(state.path)}/onDone/${position}`),
      `\`onDone\` of the state \`${state.path}\`, which has \`each\`, leads nowhere`,
      'Add a `target`: another state.',
    );
  });
}

function checkParts(index: DefinitionIndex, problems: ProblemList, state: StateSpec): void {
  for (const key of FORBIDDEN[state.kind]) {
    if (isEmpty(state[key])) continue;
    problems.add(
      'misplaced-key',
      index.lineOf(`${pointerOf(state.path)}/${key}`),
      `the ${describe(state)} cannot have \`${key}\``,
      MISPLACED_HINTS[key] ?? `Remove \`${key}\`, or move it to another state.`,
    );
  }
  if (state.task !== undefined && state.subprocess !== undefined) {
    problems.add(
      'misplaced-key',
      index.lineOf(`${pointerOf(state.path)}/subprocess`),
      `the ${describe(state)} has both \`task\` and \`subprocess\``,
      'Make two states of it, one after the other.',
    );
  }
}

const MISPLACED_HINTS: { readonly [key: string]: string } = {
  output: 'Only a state with `type: final` gives an output.',
  task: 'Put the task into one of the states below it.',
  states: 'A final state has nothing below it.',
  history: 'Add `type: history`, or remove it.',
};

function checkInitial(index: DefinitionIndex, problems: ProblemList, state: StateSpec): void {
  const at = pointerOf(state.path);
  const names = Object.keys(state.states);
  if (state.kind === 'parallel' && names.length === 0) {
    problems.add(
      'no-states',
      state.line,
      `the ${describe(state)} has no regions`,
      'Add `states:` with one state for each region.',
    );
  }
  if (state.kind !== 'compound') return;
  if (state.initial === undefined) {
    problems.add(
      'missing-key',
      state.line,
      `the ${describe(state)} has states below it but no \`initial\``,
      `Add \`initial: ${names[0] ?? 'name'}\`.`,
    );
    return;
  }
  const initial = state.states[state.initial];
  if (initial === undefined) {
    problems.add(
      'unknown-target',
      index.lineOf(`${at}/initial`),
      `the ${describe(state)} begins in \`${state.initial}\`, which it does not have`,
      suggest(state.initial, names, 'Name one of its states.'),
    );
  } else if (initial.kind === 'history') {
    problems.add(
      'bad-initial',
      index.lineOf(`${at}/initial`),
      `the ${describe(state)} cannot begin in the history state \`${state.initial}\``,
      'Name a state that can be entered for the first time.',
    );
  }
}

function checkDone(index: DefinitionIndex, problems: ProblemList, state: StateSpec): void {
  if (state.onDone.length === 0 || state.path === '') return;
  if (state.kind === 'compound' || state.kind === 'parallel' || state.subprocess !== undefined) return;
  problems.add(
    'misplaced-key',
    index.lineOf(`${pointerOf(state.path)}/onDone`),
    `the ${describe(state)} has \`onDone\` but nothing in it that could be done`,
    'Use `onDone` on a state with `subprocess` or with states below it.',
  );
}

function describe(state: StateSpec): string {
  return state.path === '' ? 'process' : `${state.kind} state \`${state.path}\``;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined) return true;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
