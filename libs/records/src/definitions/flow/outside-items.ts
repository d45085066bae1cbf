import type { ProcessDefinition, StateSpec, TransitionSpec } from '#libs/kernel';
import { statesBelow, transitionsOf } from './flow-names.js';
import type { OutsideConstruct, OutsideItem } from './process-flow.js';

/** What BPMN has no element for; each is carried as documentation or as an extension element. */
export function outsideItems(definition: ProcessDefinition): readonly OutsideItem[] {
  const views = Object.entries(definition.views).map(([name, { changedBy }]) => item('view', '', `${name}(${changedBy})`));
  return [...views, ...statesBelow(definition.root).flatMap(ofState)];
}

function ofState(state: StateSpec): readonly OutsideItem[] {
  const effects = [...state.entry, ...state.exit].map(({ effect }) => item('effect', state.path, effect));
  return [...effects, ...ofTask(state), ...transitionsOf(state).flatMap(([key, each]) => ofTransition(state, key, each))];
}

function ofTask({ path, task }: StateSpec): readonly OutsideItem[] {
  if (task === undefined) return [];
  const { due } = task;
  return [
    ...(due ? [item('due', path, due.within)] : []),
    ...(due?.onOverdue ? [item('onOverdue', path, due.onOverdue)] : []),
    ...(task.not.length > 0 ? [item('separation', path, task.not.join('、'))] : []),
    ...task.allow.map((operation) => item(operation, path, '')),
  ];
}

function ofTransition({ path }: StateSpec, key: string, transition: TransitionSpec): readonly OutsideItem[] {
  const expressions = [transition.guard ?? '', ...Object.values(transition.assign)];
  const assigned = Object.keys(transition.assign);
  return [
    ...(assigned.length > 0 ? [item('assign', path, assigned.join('、'))] : []),
    ...transition.actions.map(({ effect }) => item('effect', path, effect)),
    ...(transition.once ? [item('once', path, key)] : []),
    ...(transition.extend ? [item('extend', path, transition.extend.deadline)] : []),
    ...(expressions.some((text) => text.includes('elapsed(')) ? [item('elapsed', path, transition.guard ?? '')] : []),
    ...(transition.reenter ? [item('reenter', path, key)] : []),
  ];
}

function item(construct: OutsideConstruct, state: string, detail: string): OutsideItem {
  return { construct, state, detail };
}
