import { chosenProcess, DefinitionIndex, pointerOf, transitionsOf } from '../definition/definition-index.js';
import type { InsteadSpec } from '../definition/choice-spec.js';
import type { EffectCall, PartyRole, ProcessDefinition, StateSpec, TaskSpec } from '../definition/language.js';
import type { Problem } from '../definition/problem.js';
import { ProblemList } from '../definition/problem-list.js';
import { suggest } from '../definition/suggest.js';

/** What exists outside of a definition, by name. */
export interface KnownNames {
  readonly effects: ReadonlySet<string>;
  readonly forms: ReadonlySet<string>;
  readonly processes: ReadonlySet<string>;
  readonly ladders: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  /** Ids of laws, with or without `#article`. */
  readonly laws: ReadonlySet<string>;
  readonly views: ReadonlySet<string>;
  /** Names of the fields of each form, as far as they are known; without them `fields` is not checked. */
  readonly formFields?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Kinds of names that stand in one set each. */
type Group = Exclude<keyof KnownNames, 'formFields'>;

/** One name that a definition uses. */
interface Use {
  readonly group: Group;
  readonly name: string;
  readonly pointer: string;
}

const NOUNS: { readonly [group in Group]: readonly [noun: string, whatElse: string] } = {
  effects: ['effect', 'Register a handler for it, or correct the name.'],
  forms: ['form', 'Write it under workflows/forms, or correct the name.'],
  processes: ['process', 'Write its definition under workflows, or correct the id.'],
  ladders: ['ladder', 'Add it to config/escalations.yaml, or write `none`.'],
  roles: ['role', 'Add it to config/roles.yaml, or correct the name.'],
  laws: ['law', 'Add it to config/law, or correct the id.'],
  views: ['view', 'Register its source, or correct the name.'],
};

/** Every name in the definition that nobody outside of it provides. */
export function checkReferences(definition: ProcessDefinition, known: KnownNames): Problem[] {
  const index = new DefinitionIndex(definition);
  const problems = new ProblemList(definition.file);
  for (const { group, name, pointer } of usesOf(index)) {
    if (isKnown(group, name, known)) continue;
    const [noun, whatElse] = NOUNS[group];
    problems.add(
      `unknown-${noun}`,
      index.lineOf(pointer),
      `there is no ${noun} named \`${name}\``,
      suggest(name, known[group], whatElse),
    );
  }
  for (const state of index.states.values()) checkFieldNames(index, state, known, problems);
  return [...problems.all];
}

/** `fields` gives rights on fields that one of the state's forms has. */
function checkFieldNames(index: DefinitionIndex, state: StateSpec, known: KnownNames, problems: ProblemList): void {
  const { task } = state;
  if (task?.fields === undefined || known.formFields === undefined) return;
  const forms = [task.form, ...transitionsOf(state).map(({ transition }) => transition.form)];
  const names = new Set(forms.flatMap((form) => [...((form && known.formFields?.get(form)) || [])]));
  for (const name of Object.keys(task.fields).filter((field) => !names.has(field))) {
    problems.add(
      'unknown-field',
      index.lineOf(`${pointerOf(state.path)}/task/fields/${name}`),
      `no form of this task has a field named \`${name}\``,
      suggest(name, names, 'Add it to the form, or correct the name.'),
    );
  }
}

function isKnown(group: Group, name: string, known: KnownNames): boolean {
  if (known[group].has(name)) return true;
  return group === 'laws' && known.laws.has(name.replace(/#.*$/, ''));
}

function usesOf(index: DefinitionIndex): readonly Use[] {
  const { definition } = index;
  const use = (group: Group, name: string | undefined, pointer: string): Use[] =>
    name === undefined ? [] : [{ group, name, pointer }];
  return [
    ...definition.law.flatMap((law, position) => use('laws', law, `/law/${position}`)),
    ...Object.entries(definition.parameters).flatMap(([name, spec]) => [
      ...use('laws', spec.law, `/parameters/${name}/law`),
      ...causeUses(spec.suspendable, `/parameters/${name}/suspendable`),
    ]),
    ...Object.entries(definition.deadlines ?? {}).flatMap(([name, spec]) =>
      use('laws', spec.law, `/deadlines/${name}/law`),
    ),
    ...Object.entries(definition.views).flatMap(([name, spec]) => use('views', spec.source, `/views/${name}/source`)),
    ...partyUses(definition.owner, '/owner'),
    ...[...index.states.values()].flatMap((state) => stateUses(index, state)),
  ];
}

function stateUses(index: DefinitionIndex, state: StateSpec): readonly Use[] {
  const at = pointerOf(state.path);
  return [
    ...state.law.map((name, position) => ({ group: 'laws', name, pointer: `${at}/law/${position}` }) as const),
    ...partyUses(state.owner, `${at}/owner`),
    ...effectUses(index, state.entry, `${at}/entry`),
    ...effectUses(index, state.exit, `${at}/exit`),
    ...taskUses(state, `${at}/task`),
    ...subprocessUses(state, `${at}/subprocess/process`),
    ...transitionsOf(state).flatMap(({ transition, pointer }) => [
      ...partyUses(transition.by, `${pointer}/by`),
      ...formUses(transition.form, `${pointer}/form`),
      ...effectUses(index, transition.actions, `${pointer}/actions`),
    ]),
  ];
}

function taskUses({ task }: StateSpec, at: string): readonly Use[] {
  if (task === undefined) return [];
  const { due } = task;
  const ladder: readonly Use[] =
    due === undefined || due.escalate === 'none'
      ? []
      : [{ group: 'ladders', name: due.escalate, pointer: `${at}/due/escalate` }];
  const law: readonly Use[] =
    due?.law === undefined ? [] : [{ group: 'laws', name: due.law, pointer: `${at}/due/law` }];
  return [
    ...partyUses(task.assignee, `${at}/assignee`),
    ...chainUses(task, `${at}/assignee/chain`),
    ...copyUses(task, `${at}/copy`),
    ...(['ifNobody', 'ifInitiator'] as const).flatMap((key) => insteadUses(task[key], `${at}/${key}`)),
    ...formUses(task.form, `${at}/form`),
    ...Object.entries(task.fields ?? {}).flatMap(([field, { roles }]) =>
      Object.keys(roles).map((role): Use => ({ group: 'roles', name: role, pointer: `${at}/fields/${field}` })),
    ),
    ...ladder,
    ...law,
    ...Object.keys(task.sign?.weights ?? {}).map(
      (name) => ({ group: 'roles', name, pointer: `${at}/sign/weights/${name}` }) as const,
    ),
    ...causeUses(due?.suspendable, `${at}/due/suspendable`),
  ];
}

function copyUses({ copy = [] }: TaskSpec, at: string): readonly Use[] {
  return copy.flatMap((party, position) => partyUses(party, `${at}/${position}`));
}

function subprocessUses({ subprocess }: StateSpec, pointer: string): readonly Use[] {
  if (subprocess === undefined || chosenProcess(subprocess.process) !== null) return [];
  return [{ group: 'processes', name: subprocess.process, pointer }];
}

function chainUses({ choice }: TaskSpec, at: string): readonly Use[] {
  if (choice?.by !== 'chain') return [];
  return choice.roles.map((name, position) => ({ group: 'roles', name, pointer: `${at}/${position}` }));
}

function insteadUses(instead: InsteadSpec | undefined, at: string): readonly Use[] {
  return instead?.kind === 'party' ? partyUses(instead, at) : [];
}

function partyUses(party: PartyRole | undefined, pointer: string): readonly Use[] {
  return party === undefined ? [] : [{ group: 'roles', name: party.role, pointer: `${pointer}/role` }];
}

function formUses(form: string | undefined, pointer: string): readonly Use[] {
  return form === undefined ? [] : [{ group: 'forms', name: form, pointer }];
}

function effectUses(index: DefinitionIndex, effects: readonly EffectCall[], at: string): readonly Use[] {
  return effects.flatMap((call, position): readonly Use[] => {
    const pointer = `${at}/${position}`;
    const { suspension } = call;
    if (suspension === undefined) return [{ group: 'effects', name: call.effect, pointer: `${pointer}/effect` }];
    const processes = suspension.except.filter((name) => !index.states.has(name));
    return [
      { group: 'laws', name: suspension.cause, pointer },
      ...processes.map((name) => ({ group: 'processes', name, pointer }) as const),
    ];
  });
}

function causeUses(causes: readonly string[] = [], at: string): readonly Use[] {
  return causes.map((name, position) => ({ group: 'laws', name, pointer: `${at}/${position}` }));
}
