import type { ExtendSpec, PartyRole, TransitionSpec } from './language.js';
import { readEffects, readExpression, readExpressions } from './read-values.js';
import { defined, type Fields, type Reading } from './reading.js';
import type { YamlNode } from './yaml-node.js';

const EVENT_KEYS = [
  'target',
  'guard',
  'except',
  'by',
  'once',
  'form',
  'assign',
  'actions',
  'extend',
  'title',
  'reenter',
] as const;
const SILENT_KEYS = ['target', 'guard', 'assign', 'actions', 'extend', 'reenter'] as const;

/** Where a transition stands: only events have senders, forms and titles. */
export type TransitionPlace = 'event' | 'silent';

/** One transition or a list of branches; a plain text is the target. */
export function readTransitions(
  reading: Reading,
  node: YamlNode | undefined,
  place: TransitionPlace,
): readonly TransitionSpec[] {
  if (node === undefined) return [];
  if (node.scalar() === null) return [emptyTransition(node.line)];
  return node.items().map((item) => readTransition(reading, item, place));
}

function readTransition(reading: Reading, node: YamlNode, place: TransitionPlace): TransitionSpec {
  const scalar = node.scalar();
  if (typeof scalar === 'string') return { ...emptyTransition(node.line), target: scalar };
  const fields = reading.fields(node, 'a transition', place === 'event' ? EVENT_KEYS : SILENT_KEYS);
  const guard = fields.get('guard');
  return defined({
    ...emptyTransition(node.line),
    target: reading.text(fields.get('target'), '`target`'),
    guard: guard === undefined ? undefined : readExpression(guard),
    assign: readExpressions(reading, fields.get('assign'), '`assign`'),
    actions: readEffects(reading, fields.get('actions')),
    extend: readExtend(reading, fields.get('extend')),
    reenter: reading.boolean(fields.get('reenter'), '`reenter`'),
    ...readSender(reading, fields),
  });
}

function readSender(reading: Reading, fields: Fields) {
  return {
    by: readParty(reading, fields.get('by'), '`by`'),
    once: reading.boolean(fields.get('once'), '`once`'),
    except: fields.has('except') ? reading.texts(fields.get('except'), 'a state in `except`') : undefined,
    form: reading.text(fields.get('form'), '`form`'),
    title: reading.localized(fields.get('title')),
  };
}

function readExtend(reading: Reading, node: YamlNode | undefined): ExtendSpec | undefined {
  if (node === undefined) return undefined;
  const fields = reading.fields(node, '`extend`', ['deadline', 'atLeast']);
  return {
    deadline: reading.requiredText(fields, 'deadline', node, '`extend`'),
    atLeast: reading.requiredText(fields, 'atLeast', node, '`extend`'),
  };
}

/** A role in an organisation, e.g. `{ organisation: purchaser, role: procurement-officer }`. */
export function readParty(reading: Reading, node: YamlNode | undefined, what: string): PartyRole | undefined {
  if (node === undefined) return undefined;
  const fields = reading.fields(node, what, ['organisation', 'role']);
  return {
    organisation: reading.requiredText(fields, 'organisation', node, what),
    role: reading.requiredText(fields, 'role', node, what),
  };
}

function emptyTransition(line: number): TransitionSpec {
  return { once: false, assign: {}, actions: [], reenter: false, line };
}
