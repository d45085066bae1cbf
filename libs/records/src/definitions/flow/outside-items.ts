import {
  type EffectCall,
  type ProcessDefinition,
  type StateSpec,
  type TaskSpec,
  type TransitionSpec,
  USUAL_OPERATIONS,
} from '#libs/kernel';
import { statesBelow, transitionsOf } from './flow-names.js';
import type { OutsideConstruct, OutsideItem } from './process-flow.js';

/** What BPMN has no element for; each is carried as documentation or as an extension element. */
export function outsideItems(definition: ProcessDefinition): readonly OutsideItem[] {
  const { views, decisions = {}, deadlines = {}, root } = definition;
  return [
    ...Object.entries(views).map(([name, { changedBy }]) => item('view', '', `${name}(${changedBy})`)),
    ...Object.entries(decisions).map(([name, { table }]) => item('decision', '', `${name}(${table})`)),
    ...Object.entries(deadlines).map(([name, { until, minus }]) =>
      item('counted-back', '', `${name}(${until} − ${minus})`),
    ),
    ...statesBelow(root).flatMap(ofState),
  ];
}

function ofState(state: StateSpec): readonly OutsideItem[] {
  const effects = [...state.entry, ...state.exit].map((call) => ofEffect(state.path, call));
  return [
    ...effects,
    ...ofTask(state),
    ...ofCall(state),
    ...broadcastIn(state),
    ...transitionsOf(state).flatMap(([key, each]) => ofTransition(state, key, each)),
  ];
}

/** What makes other work stand still says for which cause, and what goes on. */
function ofEffect(path: string, { effect, suspension }: EffectCall): OutsideItem {
  if (suspension === undefined) return item('effect', path, effect);
  const { scope, cause, except } = suspension;
  return item('suspend', path, `${effect}(${[scope, cause, ...except].join('、')})`);
}

function ofTask({ path, task }: StateSpec): readonly OutsideItem[] {
  if (task === undefined) return [];
  const { due } = task;
  return [
    ...(due ? [item('due', path, due.within)] : []),
    ...(due?.onOverdue ? [item('onOverdue', path, due.onOverdue)] : []),
    ...(task.not.length > 0 ? [item('separation', path, task.not.join('、'))] : []),
    ...(task.sign ? [item('sign', path, task.sign.mode)] : []),
    ...ofOperations(path, task),
  ];
}

/** What is allowed besides the usual; 退回 and 撤回 move the process and so stand by themselves. */
function ofOperations(path: string, { allow }: TaskSpec): readonly OutsideItem[] {
  const moving = (['return', 'withdraw'] as const).filter((operation) => allow.includes(operation));
  const others = allow.filter(
    (operation) => operation !== 'return' && operation !== 'withdraw' && !USUAL_OPERATIONS.includes(operation),
  );
  return [
    ...moving.map((operation) => item(operation, path, '')),
    ...(others.length > 0 ? [item('operations', path, others.join('、'))] : []),
  ];
}

function ofCall({ path, subprocess }: StateSpec): readonly OutsideItem[] {
  return subprocess?.each === undefined ? [] : [item('each', path, subprocess.each.list)];
}

/** Events that more than one region hears: in the process one event moves them all. */
function broadcastIn(state: StateSpec): readonly OutsideItem[] {
  if (state.kind !== 'parallel') return [];
  const heard = Object.values(state.states).flatMap((region) => [...new Set(statesBelow(region).flatMap(eventsOf))]);
  const twice = new Set(heard.filter((event, index) => heard.indexOf(event) !== index));
  return [...twice].map((event) => item('broadcast', state.path, event));
}

function eventsOf({ on }: StateSpec): readonly string[] {
  return Object.keys(on);
}

function ofTransition({ path }: StateSpec, key: string, transition: TransitionSpec): readonly OutsideItem[] {
  const expressions = [transition.guard ?? '', ...Object.values(transition.assign)];
  const assigned = Object.keys(transition.assign);
  return [
    ...(assigned.length > 0 ? [item('assign', path, assigned.join('、'))] : []),
    ...transition.actions.map((call) => ofEffect(path, call)),
    ...(transition.once ? [item('once', path, key)] : []),
    ...(transition.except ? [item('except', path, `${key}:${transition.except.join('、')}`)] : []),
    ...(transition.extend ? [item('extend', path, transition.extend.deadline)] : []),
    ...(expressions.some((text) => text.includes('elapsed(')) ? [item('elapsed', path, transition.guard ?? '')] : []),
    ...(transition.reenter ? [item('reenter', path, key)] : []),
  ];
}

function item(construct: OutsideConstruct, state: string, detail: string): OutsideItem {
  return { construct, state, detail };
}
