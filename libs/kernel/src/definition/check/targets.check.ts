import { type DefinitionIndex, type PlacedTransition, pointerOf, transitionsOf } from '../definition-index.js';
import type { StateSpec } from '../language.js';
import type { ProblemList } from '../problem-list.js';
import { suggest } from '../suggest.js';
import { isEventName } from './declarations.check.js';

/** That every transition leads somewhere and every event has a lawful name. */
export function checkTargets(index: DefinitionIndex, problems: ProblemList): void {
  for (const state of index.states.values()) {
    for (const event of Object.keys(state.on)) checkEvent(index, problems, state, event);
    for (const placed of transitionsOf(state)) {
      checkTransition(index, problems, placed);
      checkReenter(index, problems, placed);
      checkMemory(index, problems, placed);
      checkExcept(index, problems, placed);
    }
    checkHistory(index, problems, state);
  }
}

function checkEvent(index: DefinitionIndex, problems: ProblemList, state: StateSpec, event: string): void {
  if (isEventName(event)) return;
  const upper = event
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
  const line = index.lineOf(`${pointerOf(state.path)}/on/${event}`);
  problems.add('bad-event', line, `\`${event}\` is no event name`, `Write it in UPPER_SNAKE, like \`${upper}\`.`);
}

function checkTransition(index: DefinitionIndex, problems: ProblemList, placed: PlacedTransition): void {
  const { state, transition, trigger, pointer } = placed;
  if (transition.target !== undefined && index.resolveTarget(state, transition.target) === null) {
    problems.add(
      'unknown-target',
      index.lineOf(`${pointer}/target`),
      `${where(placed)} leads to \`${transition.target}\`, which does not exist`,
      suggest(
        transition.target,
        targetsOf(index, state),
        'Name a sibling state, or write the path from the top, like `serving.reports`.',
      ),
    );
  }
  if (trigger === 'always' && transition.target === undefined && Object.keys(transition.assign).length === 0) {
    problems.add(
      'idle-always',
      index.lineOf(pointer),
      `\`always\` of the state \`${state.path}\` neither leads anywhere nor assigns anything`,
      'Add a `target`; to do something on entering the state, use `entry`.',
    );
  }
}

function checkExcept(
  index: DefinitionIndex,
  problems: ProblemList,
  { state, transition, pointer, key }: PlacedTransition,
): void {
  transition.except?.forEach((name, position) => {
    if (index.below(state, name) !== null) return;
    const below = [...index.states.keys()].filter((path) => isBelow({ ...state, path }, state));
    problems.add(
      'unknown-target',
      index.lineOf(`${pointer}/except/${position}`),
      `\`${key}\` is not possible in \`${name}\`, which is no state below ${state.path === '' ? 'the process' : `\`${state.path}\``}`,
      suggest(name, below, 'Name a state below the one that declares the event.'),
    );
  });
}

/** XState would enter states between the history state's parent and the remembered ones twice. */
function checkMemory(
  index: DefinitionIndex,
  problems: ProblemList,
  { state, transition, pointer }: PlacedTransition,
): void {
  const target = transition.target === undefined ? null : index.resolveTarget(state, transition.target);
  if (target?.kind !== 'history') return;
  const parent = index.parentOf(target);
  if (parent === null || !isBelow(state, parent)) return;
  problems.add(
    'inner-memory',
    index.lineOf(`${pointer}/target`),
    `the state \`${state.path}\` goes to \`${target.path}\`, which remembers how the states around it were left, but they are not left here`,
    'Name the state to go to; a history state is entered from outside of its parent.',
  );
}

function isBelow(state: StateSpec, outer: StateSpec): boolean {
  return outer.path === '' ? state.path !== '' : state.path.startsWith(`${outer.path}.`);
}

function checkReenter(
  index: DefinitionIndex,
  problems: ProblemList,
  { state, transition, pointer }: PlacedTransition,
): void {
  if (!transition.reenter || (transition.target !== undefined && state.path !== '')) return;
  problems.add(
    'idle-reenter',
    index.lineOf(`${pointer}/reenter`),
    state.path === ''
      ? 'the process itself cannot be entered again'
      : `\`reenter\` in the state \`${state.path}\` has no target to enter again`,
    'Name the state as its own `target`, or remove `reenter`.',
  );
}

function checkHistory(index: DefinitionIndex, problems: ProblemList, state: StateSpec): void {
  const target = state.history?.target;
  if (target === undefined) return;
  const siblings = index.parentOf(state)?.states ?? {};
  const found = index.resolveTarget(state, target);
  if (found !== null && found.kind !== 'history' && index.parentOf(found) === index.parentOf(state)) return;
  const names = Object.values(siblings)
    .filter((sibling) => sibling.kind !== 'history')
    .map((sibling) => nameOf(sibling));
  problems.add(
    'unknown-target',
    index.lineOf(`${pointerOf(state.path)}/target`),
    `the history state \`${state.path}\` falls back to \`${target}\`, which is no state beside it`,
    suggest(target, names, 'Name a sibling state.'),
  );
}

function targetsOf(index: DefinitionIndex, state: StateSpec): readonly string[] {
  const siblings = Object.keys(index.parentOf(state)?.states ?? state.states);
  return [...siblings, ...[...index.states.keys()].filter((path) => path !== '')];
}

function nameOf(state: StateSpec): string {
  return state.path.slice(state.path.lastIndexOf('.') + 1);
}

function where({ state, trigger, key }: PlacedTransition): string {
  const at = state.path === '' ? 'of the process' : `in the state \`${state.path}\``;
  return key === '' ? `\`${trigger}\` ${at}` : `\`${key}\` ${at}`;
}
