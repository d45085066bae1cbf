import type { ExtendSpec, StateSpec, TransitionSpec } from '#libs/kernel';
import type { FromTo, Words } from './change.js';
import { type ChangeList, namesOf, type Place } from './change.list.js';
import { effectWords, exceptWords } from './construct.wording.js';
import { codeWords, flagWords, formWords, inputText, partyWords, same, titleWords } from './wording.js';

const KNOWN = [
  'target',
  'guard',
  'by',
  'once',
  'form',
  'assign',
  'actions',
  'extend',
  'title',
  'reenter',
  'except',
  'line',
];

/** Everything that leads out of a state, or happens in it. */
export function diffTransitions(list: ChangeList, place: Place, from: StateSpec, to: StateSpec): void {
  for (const event of namesOf(from.on, to.on)) {
    diffBranches(list, place, eventWords(event, to.on[event] ?? from.on[event] ?? []), {
      from: from.on[event],
      to: to.on[event],
    });
  }
  for (const deadline of namesOf(from.after, to.after)) {
    const label = { zh: `期限“${deadline}”届满`, en: `deadline "${deadline}"` };
    diffBranches(list, place, label, { from: from.after[deadline], to: to.after[deadline] });
  }
  diffBranches(list, place, { zh: '自动流转', en: 'automatic move' }, { from: from.always, to: to.always });
  diffBranches(list, place, { zh: '完成后流转', en: 'move when done' }, { from: from.onDone, to: to.onDone });
}

function eventWords(event: string, branches: readonly TransitionSpec[]): Words {
  const title = branches.find((branch) => branch.title !== undefined)?.title;
  return { zh: `操作“${title?.zh ?? event}”`, en: `action "${title?.en ?? event}"` };
}

/** Branches of one trigger are tried in order, so they are compared by their place. */
function diffBranches(
  list: ChangeList,
  place: Place,
  label: Words,
  { from = [], to = [] }: Partial<FromTo<readonly TransitionSpec[]>>,
): void {
  const count = Math.max(from.length, to.length);
  for (let index = 0; index < count; index += 1) {
    const number = count > 1 ? { zh: `第${index + 1}分支`, en: `, branch ${index + 1},` } : { zh: '', en: '' };
    const words = { zh: `${label.zh}${number.zh}`, en: `${label.en}${number.en}` };
    diffBranch(list, place, words, { from: from[index], to: to[index] });
  }
}

function diffBranch(list: ChangeList, place: Place, label: Words, { from, to }: FromTo<TransitionSpec>): void {
  if (from === undefined || to === undefined) {
    const say = ({ target }: TransitionSpec): Words => targetWords(target);
    list.compare(place, { area: 'transition', subject: label, say }, { from, to });
    return;
  }
  const of = (zh: string, en: string): Words => ({ zh: `${label.zh}${zh}`, en: `${label.en} ${en}` });
  const pair = <K extends keyof TransitionSpec>(key: K) => ({ from: from[key], to: to[key] });
  const { titles } = list;
  list.compare(
    place,
    { area: 'transition', subject: of('的去向', 'leads to; it'), say: targetWords },
    orStay(from, to),
  );
  list.compare(place, { area: 'condition', subject: of('的条件', 'condition'), say: codeWords }, pair('guard'));
  list.compare(
    place,
    { area: 'actor', subject: of('的办理人', 'is done by; it'), say: partyWords(titles) },
    pair('by'),
  );
  list.compare(place, { area: 'form', subject: of('的表单', 'form'), say: formWords(titles) }, pair('form'));
  list.compare(place, { area: 'effect', subject: of('的赋值', 'assignment'), say: assignWords }, pair('assign'));
  list.compare(place, { area: 'effect', subject: of('的结果', 'effect'), say: effectWords(titles) }, pair('actions'));
  list.compare(place, { area: 'due', subject: of('的期限顺延', 'extension'), say: extendWords }, pair('extend'));
  list.compare(place, { area: 'transition', subject: of('每人限一次', 'once a person'), say: flagWords }, pair('once'));
  list.compare(place, { area: 'transition', subject: of('重新进入', 'enters again'), say: flagWords }, pair('reenter'));
  list.compare(place, { area: 'transition', subject: of('的名称', 'title'), say: titleWords }, pair('title'));
  const except = of('不得发生的环节', 'excluded steps');
  list.compare(place, { area: 'condition', subject: except, say: exceptWords }, pair('except'));
  list.others(place, KNOWN, { from, to });
}

/** Without a target a transition stays where it is. */
function orStay(from: TransitionSpec, to: TransitionSpec): FromTo<string> {
  return { from: from.target ?? '', to: to.target ?? '' };
}

function targetWords(target: string | undefined): Words {
  return target === undefined || target === '' ? { zh: '留在原环节', en: 'the same step' } : codeWords(target);
}

function assignWords(assign: TransitionSpec['assign']): Words {
  return same(inputText(assign) || '—');
}

function extendWords({ deadline, atLeast }: ExtendSpec): Words {
  return { zh: `“${deadline}”至少剩余${atLeast}`, en: `at least ${atLeast} of "${deadline}" left` };
}
