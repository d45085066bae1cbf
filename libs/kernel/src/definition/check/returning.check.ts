import { type DefinitionIndex, pointerOf } from '../definition-index.js';
import type { StateSpec, TaskSpec } from '../language.js';
import type { ProblemList } from '../problem-list.js';
import { REJECT_PLACES, regionsInReach } from '../returning-spec.js';

/** One thing that is wrong with how a task goes back, and the key that says it. */
interface Fault {
  readonly key: string;
  readonly says: string;
  readonly hint: string;
}

/** That work which goes back has somewhere to go, by words that are allowed on the task. */
export function checkReturning(index: DefinitionIndex, problems: ProblemList): void {
  for (const state of index.states.values()) {
    const { task } = state;
    if (task === undefined) continue;
    const faults = [
      ...faultsOfWords(task),
      ...faultsOfReach(index, state, task),
      ...faultsOfPlaces(index, state, task),
    ];
    for (const { key, says, hint } of faults) {
      const line = index.lineOf(`${pointerOf(state.path)}/task/${key}`);
      problems.add('return-rule', line, `the task of the state \`${state.path}\` ${says}`, hint);
    }
  }
}

function faultsOfWords(task: TaskSpec): readonly Fault[] {
  const idle = (['reject', 'return'] as const).filter((key) => task[key] !== undefined && !task.allow.includes(key));
  return [
    ...idle.map((key) => ({
      key,
      says: `says how to \`${key}\`, but does not allow it`,
      hint: `Add \`allow: ${key}\`, or remove \`${key}\`.`,
    })),
    ...(task.allow.includes('reject') && task.sign?.onReject === 'counts' ? [REJECTED_BY_ONE] : []),
    ...(task.allow.includes('decline') && !isDrawn(task) ? [DECLINED_UNDRAWN] : []),
  ];
}

const REJECTED_BY_ONE: Fault = {
  key: 'allow',
  says: 'lets one person reject what several decide by counting votes',
  hint: 'Remove `reject` and let the event of the decision lead back, or set `onReject: decides`.',
};

const DECLINED_UNDRAWN: Fault = {
  key: 'allow',
  says: 'lets people decline, but nobody is drawn by lot who could be replaced by another draw',
  hint: 'Remove `decline`, or draw the people: `draw` in `assignee`, or `sign: random`.',
};

function isDrawn({ choice, sign }: TaskSpec): boolean {
  return choice?.by === 'draw' || sign?.mode === 'random';
}

/** Branches can only be undone where there are some around the task. */
function faultsOfReach(index: DefinitionIndex, { path }: StateSpec, task: TaskSpec): readonly Fault[] {
  const wide = (['reject', 'return'] as const).filter((key) => task[key]?.branches === 'all');
  if (index.regionOf(path) !== '') return [];
  return wide.map((key) => ({
    key: `${key}/branches`,
    says: `undoes all branches on \`${key}\`, but stands in none`,
    hint: 'Remove `branches`.',
  }));
}

function faultsOfPlaces(index: DefinitionIndex, state: StateSpec, { reject }: TaskSpec): readonly Fault[] {
  if (reject === undefined) return [];
  if (reject.to.length === 0) return [{ key: 'reject/to', says: 'rejects to nowhere', hint: PLACES_HINT }];
  const regions = regionsInReach(index, state.path, reject.branches);
  const named = reject.to.map((place, position) => ({ place, position }));
  const isSpecial = (place: string): boolean => REJECT_PLACES.some((known) => known === place);
  return named
    .filter(({ place }) => !isSpecial(place) && !isEarlierPlace(index, state, { place, regions }))
    .map(({ place, position }) => ({
      key: `reject/to/${position}`,
      says: `rejects to \`${place}\`, which is no other state with a task that can be reached from it`,
      hint: PLACES_HINT,
    }));
}

const PLACES_HINT =
  'Write initiator, previous, terminate, or the path of a state with a task in the same branch (with `branches: all` also around it).';

function isEarlierPlace(
  index: DefinitionIndex,
  state: StateSpec,
  { place, regions }: { readonly place: string; readonly regions: readonly string[] },
): boolean {
  const target = index.states.get(place);
  if (target?.task === undefined || target.path === state.path) return false;
  return regions.includes(index.regionOf(place));
}
