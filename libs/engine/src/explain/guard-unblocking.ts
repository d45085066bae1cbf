import type { CompiledProcess, PartyRole, StateSpec, TransitionSpec } from '#libs/kernel';
import { type Language, titleIn } from '../language/language.js';

export const UNBLOCKER_KINDS = ['event', 'subprocess', 'records', 'deadline', 'parameter', 'form'] as const;
/** What can change a value that a guard reads. */
export type UnblockerKind = (typeof UNBLOCKER_KINDS)[number];

/** Something that changes what a guard reads, and who does it. */
export interface Unblocker {
  /** What the guard reads, e.g. `responses.count`. */
  readonly reads: string;
  /** What people call it. */
  readonly readsTitle: string;
  readonly kind: UnblockerKind;
  /** Event, deadline, parameter or source of records. */
  readonly name: string;
  /** State in which that happens; null where it may be any. */
  readonly state: string | null;
  readonly stateTitle: string | null;
  /** Whether the case stands in that state now. */
  readonly isNow: boolean;
  readonly by: PartyRole | null;
}

type Found = Omit<Unblocker, 'reads' | 'readsTitle' | 'isNow' | 'stateTitle'>;

/** A guard that refuses, and the states in which the instance stands. */
export interface RefusingGuard {
  readonly guard: string;
  readonly reads: readonly string[];
  readonly active: readonly string[];
}

const ELAPSED = /elapsed\(\s*"([^"]+)"\s*\)/g;

/** Who could change what a guard reads: found in the definition alone. */
export function unblockersOf(
  process: CompiledProcess,
  { guard, reads, active }: RefusingGuard,
  language: Language = 'zh',
): Unblocker[] {
  const named = reads.flatMap((path) => changesOf(process, path).map((found) => ({ ...found, reads: path })));
  const deadlines = [...guard.matchAll(ELAPSED)].flatMap(([text, name = '']) =>
    deadlineOf(process, name).map((found) => ({ ...found, reads: text })),
  );
  return [...named, ...deadlines].map((found) => ({
    ...found,
    readsTitle: readTitleIn(language, process, found.reads),
    stateTitle: found.state === null ? null : titleIn(language, process.states.get(found.state)?.title, found.state),
    isNow: found.state !== null && active.some((path) => isWithin(path, found.state ?? '')),
  }));
}

/** The title of the variable or parameter that a path begins with; what else is read has none but its name. */
export function readTitleIn(language: Language, { definition }: CompiledProcess, path: string): string {
  const [name = ''] = path.split('.');
  return titleIn(language, (definition.variables[name] ?? definition.parameters[name])?.title, path);
}

function changesOf(process: CompiledProcess, path: string): Found[] {
  const [name = '', member] = path.split('.');
  const { variables, views, parameters } = process.definition;
  if (variables[name]) return assigning(process, name);
  const view = views[name];
  if (view) return recordsOf(process, view);
  if (parameters[name]) return [{ kind: 'parameter', name, state: null, by: null }];
  return member === 'payload' ? [{ kind: 'form', name: path, state: null, by: null }] : [];
}

/** Transitions that set the variable. */
function assigning(process: CompiledProcess, variable: string): Found[] {
  return [...process.states].flatMap(([state, spec]) => [
    ...eventsOf(process, state, (transition) => variable in transition.assign),
    ...Object.entries(spec.after).flatMap(([name, list]): Found[] =>
      list.some(({ assign }) => variable in assign) ? [{ kind: 'deadline', name, state, by: null }] : [],
    ),
    ...(spec.subprocess && spec.onDone.some(({ assign }) => variable in assign)
      ? [{ kind: 'subprocess', name: spec.subprocess.process, state, by: null } as const]
      : []),
  ]);
}

/** Records change with the event that their writers send; the effects of their library decide how. */
function recordsOf(process: CompiledProcess, view: { readonly source: string; readonly changedBy: string }): Found[] {
  const events = [...process.states.keys()].flatMap((state) => eventsOf(process, state, () => true, view.changedBy));
  const writers = events.map((event): Found => ({ ...event, kind: 'records', name: `${view.source} (${event.name})` }));
  return writers.length > 0 ? writers : [{ kind: 'records', name: view.source, state: null, by: null }];
}

function eventsOf(
  process: CompiledProcess,
  state: string,
  matches: (transition: TransitionSpec) => boolean,
  only?: string,
): Found[] {
  const spec = process.states.get(state);
  return Object.entries(spec?.on ?? {}).flatMap(([name, list]): Found[] => {
    const transition = only === undefined || only === name ? list.find(matches) : undefined;
    return transition && spec ? [{ kind: 'event', name, state, by: senderOf(spec, transition) }] : [];
  });
}

function deadlineOf(process: CompiledProcess, name: string): Found[] {
  return [...process.states].flatMap(([state, spec]): Found[] =>
    spec.after[name] ? [{ kind: 'deadline', name, state, by: null }] : [],
  );
}

function senderOf(spec: StateSpec, transition: TransitionSpec): PartyRole | null {
  return transition.by ?? spec.task?.assignee ?? null;
}

function isWithin(path: string, outer: string): boolean {
  return outer === '' || path === outer || path.startsWith(`${outer}.`);
}
