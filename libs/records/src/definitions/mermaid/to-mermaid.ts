import type { CompiledProcess, ProcessDefinition, StateSpec, TransitionSpec } from '#libs/kernel';
import { deadlineTitle, flowId, titleOf, transitionTitle } from '../flow/flow-names.js';

/** A definition as a Mermaid state diagram. */
export function toMermaid({ definition }: Pick<CompiledProcess, 'definition'>): string {
  const { root } = definition;
  const lines = [
    '---',
    `title: ${JSON.stringify(`${definition.title.zh}(${definition.process} 第 ${definition.version} 版)`)}`,
    '---',
    'stateDiagram-v2',
    ...inside(root).map((line) => `  ${line}`),
    ...linesBelow(definition, root).map((line) => `  ${line}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** What stands between the braces of a group: its states, and regions with a line between them. */
function inside(group: StateSpec): readonly string[] {
  const children = Object.values(group.states);
  if (group.kind === 'parallel')
    return children.flatMap((child, index) => [...(index > 0 ? ['--'] : []), ...declared(child)]);
  const initial = group.initial === undefined ? undefined : group.states[group.initial];
  return [...(initial ? [`[*] --> ${idOf(initial)}`] : []), ...children.flatMap(declared)];
}

function declared(state: StateSpec): readonly string[] {
  const name = `state "${plain(titleOf(state))}" as ${idOf(state)}`;
  if (Object.keys(state.states).length === 0) return [name];
  return [`${name} {`, ...inside(state).map((line) => `  ${line}`), '}'];
}

function linesBelow(definition: ProcessDefinition, state: StateSpec): readonly string[] {
  const own = state.kind === 'final' && !state.path.includes('.') ? [`${idOf(state)} --> [*]`] : [];
  return [
    ...links(definition, state),
    ...own,
    ...Object.values(state.states).flatMap((child) => linesBelow(definition, child)),
  ];
}

function links(definition: ProcessDefinition, state: StateSpec): readonly string[] {
  // The top level has no shape of its own: its events are drawn from each state that can have them.
  const sources = state.path === '' ? Object.values(state.states).filter(({ kind }) => kind !== 'final') : [state];
  return linked(definition, state).flatMap(([target, label]) =>
    sources.map((source) => `${idOf(source)} --> ${target === '' ? idOf(source) : mermaidId(target)}: ${plain(label)}`),
  );
}

function linked(
  definition: ProcessDefinition,
  { on, after, always, onDone }: StateSpec,
): readonly (readonly [string, string])[] {
  const link = (transition: TransitionSpec, name: string): readonly [string, string] => [
    transition.target ?? '',
    transition.guard === undefined ? name : `${name} [${transition.guard}]`,
  ];
  return [
    ...Object.entries(on).flatMap(([event, list]) => list.map((each) => link(each, transitionTitle(each, event)))),
    ...Object.entries(after).flatMap(([deadline, list]) =>
      list.map((each) => link(each, `⏱ ${deadlineTitle(definition, deadline)}`)),
    ),
    ...always.map((each) => link(each, '自动')),
    ...onDone.map((each) => link(each, '完成')),
  ];
}

/** Words of Mermaid like `end` are no ids, hence the prefix. */
function mermaidId(path: string): string {
  return `s_${flowId(path)}`;
}

function idOf({ path }: StateSpec): string {
  return mermaidId(path);
}

/** Colons and semicolons end a label of Mermaid; quotes end a title. */
function plain(text: string): string {
  return text.replaceAll('"', "'").replaceAll(':', ':').replaceAll(';', ';').replace(/\s+/g, ' ');
}
