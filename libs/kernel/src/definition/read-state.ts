import {
  type DueSpec,
  type EachSpec,
  type HistorySpec,
  STATE_KINDS,
  type StateKind,
  type StateSpec,
  type SubprocessSpec,
  type TransitionSpec,
} from './language.js';
import { readTask } from './read-task.js';
import { readParty, readTransitions, type TransitionPlace } from './read-transition.js';
import { readEffects, readExpression, readExpressions } from './read-values.js';
import { defined, type Fields, type Reading } from './reading.js';
import type { YamlNode } from './yaml-node.js';

const STATE_KEYS = [
  'title',
  'law',
  'tags',
  'type',
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
  'owner',
  'output',
  'history',
  'target',
] as const;
const DECLARED_KINDS = ['parallel', 'final', 'history'] as const;
const HISTORY_DEPTHS = ['shallow', 'deep'] as const;

/** What all states of a definition are read with. */
export interface StateContext {
  readonly reading: Reading;
  readonly due: DueSpec | undefined;
}

/** Reads a state and everything below it. */
export function readState(context: StateContext, node: YamlNode, path: string): StateSpec {
  const fields = context.reading.fields(node, `the state \`${path}\``, STATE_KEYS);
  return stateFrom(context, node, fields, path);
}

/** Builds a state from keys that were already read; the top of a definition is a state too. */
export function stateFrom(context: StateContext, node: YamlNode, fields: Fields, path: string): StateSpec {
  const { reading } = context;
  const kind = kindOf(reading, fields);
  return defined({
    kind,
    path,
    title: reading.localized(fields.get('title')),
    law: path === '' ? [] : reading.texts(fields.get('law'), '`law`'),
    tags: reading.texts(fields.get('tags'), 'a tag'),
    initial: reading.text(fields.get('initial'), '`initial`'),
    states: readStates(context, fields.get('states'), path),
    entry: readEffects(reading, fields.get('entry')),
    exit: readEffects(reading, fields.get('exit')),
    on: readBranches(reading, fields.get('on'), 'event'),
    always: readTransitions(reading, fields.get('always'), 'silent'),
    after: readBranches(reading, fields.get('after'), 'silent'),
    onDone: readTransitions(reading, fields.get('onDone'), 'silent'),
    task: readTask(reading, fields.get('task'), context.due),
    subprocess: readSubprocess(reading, fields.get('subprocess')),
    history: kind === 'history' ? readHistory(reading, fields) : undefined,
    owner: path === '' ? undefined : readParty(reading, fields.get('owner'), '`owner`'),
    output: readExpressions(reading, fields.get('output'), '`output`'),
    line: node.line,
  });
}

function kindOf(reading: Reading, fields: Fields): StateKind {
  const type = fields.get('type');
  if (type === undefined) return fields.has('states') ? 'compound' : 'atomic';
  const declared = reading.oneOf(type, '`type` of a state', DECLARED_KINDS);
  return STATE_KINDS.find((kind) => kind === declared) ?? 'atomic';
}

function readStates(
  context: StateContext,
  node: YamlNode | undefined,
  path: string,
): { readonly [name: string]: StateSpec } {
  return Object.fromEntries(
    context.reading.named(node, '`states`').map(([name, child]) => {
      context.reading.checkName(name, child, 'the state');
      return [name, readState(context, child, path === '' ? name : `${path}.${name}`)];
    }),
  );
}

function readBranches(
  reading: Reading,
  node: YamlNode | undefined,
  place: TransitionPlace,
): { readonly [key: string]: readonly TransitionSpec[] } {
  const what = place === 'event' ? '`on`' : '`after`';
  return Object.fromEntries(
    reading.named(node, what).map(([key, value]) => [key, readTransitions(reading, value, place)]),
  );
}

function readSubprocess(reading: Reading, node: YamlNode | undefined): SubprocessSpec | undefined {
  if (node === undefined) return undefined;
  const id = node.scalar();
  if (typeof id === 'string') return { process: id, with: {} };
  const fields = reading.fields(node, '`subprocess`', ['process', 'with', 'each', 'as', 'completeWhen']);
  return defined({
    process: reading.requiredText(fields, 'process', node, '`subprocess`'),
    with: readExpressions(reading, fields.get('with'), '`with`'),
    each: readEach(reading, fields, node),
  });
}

function readEach(reading: Reading, fields: Fields, node: YamlNode): EachSpec | undefined {
  const list = fields.get('each');
  const condition = fields.get('completeWhen');
  if (list === undefined) {
    for (const key of ['as', 'completeWhen']) {
      const alone = fields.get(key);
      if (alone !== undefined)
        reading.report('missing-key', alone, `\`${key}\` of \`subprocess\` has no \`each\``, 'Add `each: <list>`.');
    }
    return undefined;
  }
  return defined({
    list: readExpression(list),
    as: reading.requiredText(fields, 'as', node, '`subprocess` with `each`'),
    completeWhen: condition === undefined ? undefined : readExpression(condition),
  });
}

function readHistory(reading: Reading, fields: Fields): HistorySpec {
  const depth = reading.oneOf(fields.get('history'), '`history`', HISTORY_DEPTHS);
  return defined({ deep: depth === 'deep', target: reading.text(fields.get('target'), '`target`') });
}
