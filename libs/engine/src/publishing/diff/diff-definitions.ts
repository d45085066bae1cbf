import type { ParameterSpec, ProcessDefinition, VariableSpec, ViewSpec } from '#libs/kernel';
import { type Change, CHANGE_AREAS, type FromTo, type Titles, type Words } from './change.js';
import { ChangeList, namesOf, type Place } from './change.list.js';
import { countedBackWords, decisionWords } from './construct.wording.js';
import { diffState } from './state.diff.js';
import {
  codeWords,
  durationWords,
  lawWords,
  lengthVerb,
  listWords,
  partyWords,
  same,
  titleWords,
  valueWords,
} from './wording.js';

const KNOWN = [
  'process',
  'version',
  'stage',
  'title',
  'law',
  'parameters',
  'variables',
  'views',
  'deadlines',
  'decisions',
  'owner',
  'root',
  'file',
  'lines',
];
const KNOWN_PARAMETER = ['type', 'default', 'min', 'max', 'law', 'title', 'suspendable'];
const KNOWN_VARIABLE = ['type', 'default', 'enum', 'title'];
const NOWHERE: Place = { where: '', label: { zh: '', en: '' } };

/**
 * What an officer must know before a new version goes live: everything that differs in meaning, in words.
 * Version numbers, file names, comments and layout do not count.
 */
export function diffDefinitions(
  from: ProcessDefinition,
  to: ProcessDefinition,
  titles: Titles = {},
): readonly Change[] {
  const list = new ChangeList(titles);
  diffHead(list, from, to);
  const parameters = { from: from.parameters, to: to.parameters };
  for (const name of namesOf(from.parameters, to.parameters)) diffParameter(list, name, parameters);
  for (const name of namesOf(from.variables, to.variables))
    diffVariable(list, name, { from: from.variables[name], to: to.variables[name] });
  for (const name of namesOf(from.views, to.views))
    diffView(list, name, { from: from.views[name], to: to.views[name] });
  diffRules(list, from, to);
  diffState(list, from.root, to.root, { ...from.parameters, ...to.parameters });
  list.others(NOWHERE, KNOWN, { from, to });
  return list.all.toSorted((a, b) => CHANGE_AREAS.indexOf(a.area) - CHANGE_AREAS.indexOf(b.area));
}

function diffHead(list: ChangeList, from: ProcessDefinition, to: ProcessDefinition): void {
  const pair = <K extends keyof ProcessDefinition>(key: K) => ({ from: from[key], to: to[key] });
  const head = (zh: string, en: string) => ({ area: 'process', subject: { zh, en } }) as const;
  list.compare(NOWHERE, { ...head('流程标识', 'process id'), say: codeWords }, pair('process'));
  list.compare(NOWHERE, { ...head('流程名称', 'title of the process'), say: titleWords }, pair('title'));
  list.compare(NOWHERE, { ...head('所属阶段', 'stage'), say: codeWords }, pair('stage'));
  const owner = { zh: '流程责任人', en: 'owner of the process' };
  list.compare(NOWHERE, { area: 'actor', subject: owner, say: partyWords(list.titles) }, pair('owner'));
  const law = { zh: '流程的法律依据', en: 'law of the process' };
  list.compare(NOWHERE, { area: 'law', subject: law, say: lawWords(list.titles) }, pair('law'));
}

function diffParameter(
  list: ChangeList,
  name: string,
  all: { readonly from: ProcessDefinition['parameters']; readonly to: ProcessDefinition['parameters'] },
): void {
  const [from, to] = [all.from[name], all.to[name]];
  const label = titleOf(name, to?.title ?? from?.title);
  const place = { where: name, label: { zh: '', en: '' } };
  const area = (to ?? from)?.type === 'duration' ? 'period' : 'parameter';
  if (from === undefined || to === undefined) {
    const say = (spec: ParameterSpec): Words => valueWords(spec.type, spec.default);
    list.compare(place, { area, subject: label, say }, { from, to });
    return;
  }
  const bound = (zh: string, en: string): Words => ({ zh: `${label.zh}${zh}`, en: `${label.en} ${en}` });
  const value = {
    area,
    say: (json: ParameterSpec['default']): Words => valueWords(to.type, json),
    verb: (before: unknown, after: unknown): Words | null => verbOf(before, after),
  } as const;
  list.compare(place, { ...value, subject: label }, { from: from.default, to: to.default });
  list.compare(place, { ...value, subject: bound('的下限', 'lower bound') }, { from: from.min, to: to.min });
  list.compare(place, { ...value, subject: bound('的上限', 'upper bound') }, { from: from.max, to: to.max });
  list.compare(place, { area, subject: bound('的类型', 'type'), say: same }, { from: from.type, to: to.type });
  list.compare(place, { area, subject: bound('的名称', 'title'), say: titleWords }, { from: from.title, to: to.title });
  const law = lawWords(list.titles);
  const articles = bound('的法律依据', 'law');
  list.compare(place, { area: 'law', subject: articles, say: (id) => law([id]) }, { from: from.law, to: to.law });
  const causes = bound('可以暂停的法定事由', 'causes that stop it');
  list.compare(
    place,
    { area: 'suspension', subject: causes, say: law },
    { from: from.suspendable, to: to.suspendable },
  );
  list.others(place, KNOWN_PARAMETER, { from, to });
}

function verbOf(from: unknown, to: unknown): Words | null {
  return typeof from === 'string' && typeof to === 'string' ? lengthVerb(from, to) : null;
}

function diffVariable(list: ChangeList, name: string, { from, to }: FromTo<VariableSpec>): void {
  const subject = titleOf(name, to?.title ?? from?.title);
  const label = { zh: `变量${subject.zh}`, en: `variable ${subject.en}` };
  const place = { where: name, label: { zh: '', en: '' } };
  if (from === undefined || to === undefined) {
    const say = (spec: VariableSpec): Words => valueWords(spec.type, spec.default);
    list.compare(place, { area: 'variable', subject: label, say }, { from, to });
    return;
  }
  const of = (zh: string, en: string): Words => ({ zh: `${label.zh}${zh}`, en: `${label.en} ${en}` });
  const initial = { area: 'variable', subject: of('的初值', 'first value') } as const;
  list.compare(
    place,
    { ...initial, say: (value) => valueWords(to.type, value) },
    { from: from.default, to: to.default },
  );
  list.compare(place, { area: 'variable', subject: of('的类型', 'type'), say: same }, { from: from.type, to: to.type });
  const choices = (values: readonly unknown[]): Words => listWords(values.map((value) => JSON.stringify(value)));
  list.compare(
    place,
    { area: 'variable', subject: of('的可取值', 'choices'), say: choices },
    { from: from.enum, to: to.enum },
  );
  list.compare(
    place,
    { area: 'variable', subject: of('的名称', 'title'), say: titleWords },
    { from: from.title, to: to.title },
  );
  list.others(place, KNOWN_VARIABLE, { from, to });
}

/** 倒推期限 and decision tables. */
function diffRules(list: ChangeList, from: ProcessDefinition, to: ProcessDefinition): void {
  const titles = { ...from.variables, ...to.variables, ...from.parameters, ...to.parameters };
  const say = countedBackWords((name) => periodOrTitle(name, titles[name]?.title), list.titles);
  const [before, after] = [from.deadlines ?? {}, to.deadlines ?? {}];
  for (const name of namesOf(before, after)) {
    const subject = { zh: `倒推期限“${name}”`, en: `deadline "${name}"` };
    const place = { where: name, label: { zh: '', en: '' } };
    list.compare(place, { area: 'period', subject, say }, { from: before[name], to: after[name] });
  }
  const [asked, asks] = [from.decisions ?? {}, to.decisions ?? {}];
  for (const name of namesOf(asked, asks)) {
    const subject = { zh: `决定“${name}”`, en: `decision "${name}"` };
    const place = { where: name, label: { zh: '', en: '' } };
    list.compare(place, { area: 'decision', subject, say: decisionWords }, { from: asked[name], to: asks[name] });
  }
}

function periodOrTitle(name: string, title: ParameterSpec['title']): Words {
  return title ? titleWords(title) : durationWords(name);
}

function diffView(list: ChangeList, name: string, pair: FromTo<ViewSpec>): void {
  const say = (view: ViewSpec): Words => same(JSON.stringify(view));
  const subject = { zh: `读取的记录“${name}”`, en: `records read as "${name}"` };
  list.compare({ where: name, label: { zh: '', en: '' } }, { area: 'view', subject, say }, pair);
}

function titleOf(name: string, title: ParameterSpec['title']): Words {
  return title ? titleWords(title) : codeWords(name);
}
