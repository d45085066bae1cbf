import type { ChoiceSpec } from './choice-spec.js';
import type { EffectCall, ProcessDefinition, StateSpec, TransitionSpec } from './language.js';

export const TRIGGERS = ['on', 'always', 'after', 'onDone'] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** A transition with the place where it stands. */
export interface PlacedTransition {
  readonly state: StateSpec;
  readonly trigger: Trigger;
  /** Name of the event or deadline; empty for `always` and `onDone`. */
  readonly key: string;
  readonly index: number;
  readonly transition: TransitionSpec;
  readonly pointer: string;
}

/** An expression with the place where it stands. */
export interface PlacedExpression {
  readonly state: StateSpec;
  readonly text: string;
  readonly pointer: string;
  /** True in `onDone`, where `output` may be read. */
  readonly hasOutput: boolean;
  /** True where `children` of a state with `each` may be read. */
  readonly hasChildren: boolean;
  /** Name of the element of `each`, where one is bound. */
  readonly bound?: string;
}

/** A definition with its states by path and the questions that checks and compiler ask of it. */
export class DefinitionIndex {
  /** Every state by its path; the top level has the empty path. */
  readonly states: ReadonlyMap<string, StateSpec>;

  constructor(readonly definition: ProcessDefinition) {
    this.states = new Map(statesBelow(definition.root).map((state) => [state.path, state]));
  }

  parentOf(state: StateSpec): StateSpec | null {
    if (state.path === '') return null;
    return this.states.get(parentPath(state.path)) ?? null;
  }

  /** A sibling by its name, or any state by its path from the top. */
  resolveTarget(source: StateSpec, target: string): StateSpec | null {
    const siblings = this.parentOf(source)?.states ?? source.states;
    return siblings[target] ?? (target === '' ? null : (this.states.get(target) ?? null));
  }

  /** A state below by its name there, or any state below by its path from the top. */
  below(outer: StateSpec, name: string): StateSpec | null {
    const found = outer.states[name] ?? this.states.get(name);
    const isBelow = outer.path === '' || found?.path.startsWith(`${outer.path}.`) === true;
    return found !== undefined && found.path !== '' && isBelow ? found : null;
  }

  /** The nearest region: the top level or the child of a parallel state that holds the state. */
  regionOf(path: string): string {
    const state = this.states.get(path);
    const parent = state === undefined ? null : this.parentOf(state);
    if (parent === null) return '';
    return parent.kind === 'parallel' ? path : this.regionOf(parent.path);
  }

  /** Names of all events that some state declares. */
  get events(): ReadonlySet<string> {
    return new Set([...this.states.values()].flatMap((state) => Object.keys(state.on)));
  }

  /** YAML line of a part, or of the nearest part around it. */
  lineOf(pointer: string): number {
    const { lines } = this.definition;
    for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      const line = lines?.[at];
      if (line !== undefined) return line;
    }
    return 1;
  }
}

/** The state and everything below it, in the order of the file. */
export function statesBelow(state: StateSpec): readonly StateSpec[] {
  return [state, ...Object.values(state.states).flatMap(statesBelow)];
}

export function parentPath(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot < 0 ? '' : path.slice(0, dot);
}

/** JSON pointer of a state in the normalised definition. */
export function pointerOf(path: string): string {
  return path === ''
    ? ''
    : path
        .split('.')
        .map((name) => `/states/${name}`)
        .join('');
}

/** All transitions of one state with their places. */
export function transitionsOf(state: StateSpec): readonly PlacedTransition[] {
  const at = pointerOf(state.path);
  const place = (trigger: Trigger, key: string, list: readonly TransitionSpec[]): readonly PlacedTransition[] =>
    list.map((transition, index) => {
      const pointer = key === '' ? `${at}/${trigger}/${index}` : `${at}/${trigger}/${key}/${index}`;
      return { state, trigger, key, index, transition, pointer };
    });
  return [
    ...Object.entries(state.on).flatMap(([event, list]) => place('on', event, list)),
    ...place('always', '', state.always),
    ...Object.entries(state.after).flatMap(([deadline, list]) => place('after', deadline, list)),
    ...place('onDone', '', state.onDone),
  ];
}

/** All expressions of one state with their places. */
export function expressionsOf(state: StateSpec): readonly PlacedExpression[] {
  const at = pointerOf(state.path);
  const plain = (entries: readonly Located[]): readonly PlacedExpression[] =>
    entries.map(([pointer, text]) => ({
      state,
      text,
      pointer: `${at}${pointer}`,
      hasOutput: false,
      hasChildren: false,
    }));
  return [
    ...plain(effectExpressions(state.entry, '/entry')),
    ...plain(effectExpressions(state.exit, '/exit')),
    ...plain(mapExpressions(state.output, '/output')),
    ...plain(choiceExpressions(state.task?.choice)),
    ...subprocessExpressions(state, at),
    ...transitionsOf(state).flatMap(transitionExpressions),
  ];
}

/** What a task's assignee computes when it is entered, by the name of the part. */
export function choiceExpressions(choice: ChoiceSpec | undefined): readonly Located[] {
  if (choice?.by === 'person') return [['/task/assignee/person', choice.person]];
  if (choice?.by !== 'draw') return [];
  const exclude: readonly Located[] =
    choice.exclude === undefined ? [] : [['/task/assignee/draw/exclude', choice.exclude]];
  return [['/task/assignee/draw/count', choice.count], ...exclude];
}

type Located = readonly [pointer: string, text: string];

function transitionExpressions({ state, trigger, transition, pointer }: PlacedTransition): readonly PlacedExpression[] {
  const located: readonly Located[] = [
    ...(transition.guard === undefined ? [] : [[`/guard`, transition.guard] as const]),
    ...mapExpressions(transition.assign, '/assign'),
    ...effectExpressions(transition.actions, '/actions'),
  ];
  const hasChildren = state.subprocess?.each !== undefined;
  const hasOutput = trigger === 'onDone';
  return located.map(([at, text]) => ({ state, text, pointer: `${pointer}${at}`, hasOutput, hasChildren }));
}

function effectExpressions(effects: readonly EffectCall[], at: string): readonly Located[] {
  return effects.flatMap((effect, index) => mapExpressions(effect.with, `${at}/${index}/with`));
}

function mapExpressions(map: { readonly [name: string]: string }, at: string): readonly Located[] {
  return Object.entries(map).map(([name, text]) => [`${at}/${name}`, text] as const);
}

function subprocessExpressions(state: StateSpec, at: string): readonly PlacedExpression[] {
  const { subprocess } = state;
  if (subprocess === undefined) return [];
  const { each } = subprocess;
  const chosen = chosenProcess(subprocess.process);
  const ofChild: readonly Located[] = [
    ...(chosen === null ? [] : [['/process', chosen] as const]),
    ...mapExpressions(subprocess.with, '/with'),
  ];
  const ofAll: readonly Located[] = each === undefined ? [] : [['/each', each.list]];
  const condition: readonly Located[] = each?.completeWhen === undefined ? [] : [['/completeWhen', each.completeWhen]];
  const place = ([pointer, text]: Located) => ({
    state,
    text,
    pointer: `${at}/subprocess${pointer}`,
    hasOutput: false,
  });
  return [
    ...ofChild.map((one) => ({ ...place(one), hasChildren: false, ...(each === undefined ? {} : { bound: each.as }) })),
    ...ofAll.map((one) => ({ ...place(one), hasChildren: false })),
    ...condition.map((one) => ({ ...place(one), hasChildren: true })),
  ];
}

/** The FEEL text behind `=`, when the child process is chosen by an expression. */
export function chosenProcess(process: string): string | null {
  return process.startsWith('=') ? process.slice(1).trim() : null;
}
