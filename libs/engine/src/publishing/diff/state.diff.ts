import type { DueSpec, ParameterSpec, PartyRole, StateSpec, TaskSpec } from '#libs/kernel';
import type { FromTo, Words } from './change.js';
import { type ChangeList, namesOf, type Place } from './change.list.js';
import { callWords, effectWords, operationWords } from './construct.wording.js';
import { diffSign } from './sign.diff.js';
import { diffTransitions } from './transition.diff.js';
import {
  codeWords,
  formWords,
  inputText,
  lawWords,
  lengthVerb,
  listWords,
  partyWords,
  periodWords,
  remindersWords,
  same,
  stateLabel,
  titleWords,
} from './wording.js';

const KNOWN = [
  'kind',
  'path',
  'title',
  'law',
  'tags',
  'initial',
  'states',
  'entry',
  'exit',
  'on',
  'always',
  'after',
  'onDone',
  'task',
  'subprocess',
  'history',
  'owner',
  'output',
  'line',
];
const KNOWN_TASK = ['title', 'assignee', 'form', 'not', 'due', 'allow', 'sign'];
const KNOWN_DUE = ['within', 'from', 'remind', 'escalate', 'law', 'onOverdue', 'suspendable'];
const ROOT: Words = { zh: '', en: '' };

/** Parameters of both sides, for the words of periods. */
type Parameters = Readonly<Record<string, ParameterSpec>>;

/** A state and all below it. */
export function diffState(list: ChangeList, from: StateSpec, to: StateSpec, parameters: Parameters): void {
  const place = { where: to.path, label: to.path === '' ? ROOT : stateLabel(to) };
  diffShape(list, place, from, to);
  diffTask(list, place, { from: from.task, to: to.task }, parameters);
  diffBehaviour(list, place, from, to);
  diffTransitions(list, place, from, to);
  list.others(place, KNOWN, { from, to });
  diffChildren(list, place, { from, to }, parameters);
}

function diffShape(list: ChangeList, place: Place, from: StateSpec, to: StateSpec): void {
  const pair = <K extends keyof StateSpec>(key: K) => ({ from: from[key], to: to[key] });
  const kind = { zh: '环节类型', en: 'its kind' };
  list.compare(place, { area: 'step', subject: { zh: '名称', en: 'title' }, say: titleWords }, pair('title'));
  list.compare(place, { area: 'step', subject: kind, say: same }, pair('kind'));
  list.compare(place, { area: 'step', subject: { zh: '首个环节', en: 'first step' }, say: codeWords }, pair('initial'));
  list.compare(place, { area: 'step', subject: { zh: '标记', en: 'tags' }, say: listWords }, pair('tags'));
  list.compare(place, { area: 'law', subject: { zh: '法律依据', en: 'law' }, say: lawWords(list.titles) }, pair('law'));
  const history = { zh: '恢复方式', en: 'what it remembers' };
  list.compare(place, { area: 'step', subject: history, say: (value) => same(JSON.stringify(value)) }, pair('history'));
}

function diffBehaviour(list: ChangeList, place: Place, from: StateSpec, to: StateSpec): void {
  const pair = <K extends keyof StateSpec>(key: K) => ({ from: from[key], to: to[key] });
  const output = { zh: '流程结论', en: 'output' };
  list.compare(
    place,
    { area: 'effect', subject: { zh: '进入时', en: 'on entry' }, say: effectWords(list.titles) },
    pair('entry'),
  );
  list.compare(
    place,
    { area: 'effect', subject: { zh: '离开时', en: 'on exit' }, say: effectWords(list.titles) },
    pair('exit'),
  );
  list.compare(
    place,
    { area: 'actor', subject: { zh: '责任人', en: 'owner' }, say: partyWords(list.titles) },
    pair('owner'),
  );
  list.compare(
    place,
    { area: 'effect', subject: output, say: (value) => same(inputText(value) || '—') },
    pair('output'),
  );
  list.compare(
    place,
    { area: 'subprocess', subject: { zh: '子流程', en: 'subprocess' }, say: callWords },
    pair('subprocess'),
  );
}

function diffTask(list: ChangeList, place: Place, { from, to }: FromTo<TaskSpec>, parameters: Parameters): void {
  const party = partyWords(list.titles);
  if (from === undefined || to === undefined) {
    const say = ({ assignee }: { readonly assignee: PartyRole }): Words => party(assignee);
    list.compare(place, { area: 'step', subject: { zh: '待办', en: 'the task' }, say }, { from, to });
    return;
  }
  const pair = <K extends keyof TaskSpec>(key: K) => ({ from: from[key], to: to[key] });
  const duties = { zh: '不得由下列环节的办理人办理', en: 'separation of duties' };
  const operations = { zh: '可用操作', en: 'operations' };
  list.compare(place, { area: 'step', subject: { zh: '待办名称', en: 'task title' }, say: titleWords }, pair('title'));
  list.compare(place, { area: 'actor', subject: { zh: '办理人', en: 'who acts' }, say: party }, pair('assignee'));
  list.compare(place, { area: 'form', subject: { zh: '表单', en: 'form' }, say: formWords(list.titles) }, pair('form'));
  list.compare(place, { area: 'actor', subject: duties, say: listWords }, pair('not'));
  list.compare(place, { area: 'step', subject: operations, say: operationWords }, pair('allow'));
  diffSign(list, place, pair('sign'));
  list.others(place, KNOWN_TASK, { from, to });
  diffDue(list, place, { from: from.due, to: to.due }, parameters);
}

function diffDue(list: ChangeList, place: Place, { from, to }: FromTo<DueSpec>, parameters: Parameters): void {
  const period = (text: string): Words => periodWords(parameters, text);
  if (from === undefined || to === undefined) {
    const say = ({ within }: DueSpec): Words => period(within);
    list.compare(place, { area: 'due', subject: { zh: '办理时限', en: 'time limit' }, say }, { from, to });
    return;
  }
  const pair = <K extends keyof DueSpec>(key: K) => ({ from: from[key], to: to[key] });
  const limit = { zh: '办理时限', en: 'time limit' };
  const start = { zh: '时限起算日', en: 'day from which it counts' };
  const overdue = { zh: '逾期时触发', en: 'event when overdue' };
  const lawOf = lawWords(list.titles);
  list.compare(place, { area: 'due', subject: limit, say: period, verb: lengthVerb }, pair('within'));
  list.compare(place, { area: 'due', subject: start, say: codeWords }, pair('from'));
  list.compare(place, { area: 'due', subject: { zh: '提醒', en: 'reminders' }, say: remindersWords }, pair('remind'));
  list.compare(place, { area: 'due', subject: { zh: '催办升级', en: 'escalation' }, say: codeWords }, pair('escalate'));
  list.compare(
    place,
    { area: 'law', subject: { zh: '时限依据', en: 'law of the limit' }, say: (id) => lawOf([id]) },
    pair('law'),
  );
  list.compare(place, { area: 'due', subject: overdue, say: codeWords }, pair('onOverdue'));
  const causes = { zh: '时限可以暂停的法定事由', en: 'causes that stop the limit' };
  list.compare(place, { area: 'suspension', subject: causes, say: lawOf }, pair('suspendable'));
  list.others(place, KNOWN_DUE, { from, to });
}

function diffChildren(
  list: ChangeList,
  place: Place,
  { from, to }: { readonly from: StateSpec; readonly to: StateSpec },
  parameters: Parameters,
): void {
  for (const name of namesOf(from.states, to.states)) {
    const [before, after] = [from.states[name], to.states[name]];
    if (before && after) diffState(list, before, after, parameters);
    else if (after) tellStep(list, after, { zh: '增加', en: 'is added' });
    else if (before) tellStep(list, before, { zh: '取消', en: 'is removed' });
  }
  const kept = (state: StateSpec, other: StateSpec): readonly string[] =>
    Object.keys(state.states).filter((name) => name in other.states);
  const order = { zh: '下级环节的次序', en: 'order of the steps below' };
  list.compare(place, { area: 'step', subject: order, say: listWords }, { from: kept(from, to), to: kept(to, from) });
}

/** One sentence for a step and all that is in it. */
function tellStep(list: ChangeList, state: StateSpec, { zh, en }: Words): void {
  const label = stateLabel(state);
  list.add(
    'step',
    { where: state.path, label: { zh: '', en: '' } },
    {
      zh: `${zh}${label.zh.slice(0, -1)}`,
      en: `${label.en.slice(0, -2)} ${en}`,
    },
  );
}
