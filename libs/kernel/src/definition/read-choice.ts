import type { ChoiceSpec, InsteadSpec } from './choice-spec.js';
import type { PartyRole } from './language.js';
import type { Fields, Reading } from './reading.js';
import { defined } from './reading.js';
import { readParty } from './read-transition.js';
import type { YamlNode } from './yaml-node.js';

const CHOICES = ['person', 'initiator', 'actorOf', 'draw', 'chain'] as const;

export interface AssigneeRead {
  readonly assignee: PartyRole | undefined;
  readonly choice: ChoiceSpec | undefined;
}

/** Who has a task: a role in an organisation, and which of its people. */
export function readAssignee(reading: Reading, node: YamlNode | undefined): AssigneeRead {
  if (node === undefined) return { assignee: undefined, choice: undefined };
  const fields = reading.fields(node, '`assignee`', ['organisation', 'role', ...CHOICES]);
  const assignee = {
    organisation: reading.requiredText(fields, 'organisation', node, '`assignee`'),
    role: reading.requiredText(fields, 'role', node, '`assignee`'),
  };
  const named = CHOICES.filter((name) => fields.has(name));
  if (named.length > 1) {
    const hint = 'Keep one of them.';
    reading.report('choice-twice', node, `\`assignee\` chooses by ${named.join(' and by ')}`, hint);
  }
  return { assignee, choice: named[0] === undefined ? undefined : readChoice(reading, fields, named[0]) };
}

function readChoice(reading: Reading, fields: Fields, by: (typeof CHOICES)[number]): ChoiceSpec | undefined {
  switch (by) {
    case 'person':
      return { by, person: reading.text(fields.get('person'), '`person`') ?? '' };
    case 'initiator':
      return reading.boolean(fields.get('initiator'), '`initiator`') ? { by } : undefined;
    case 'actorOf':
      return { by, state: reading.text(fields.get('actorOf'), '`actorOf`') ?? '' };
    case 'draw':
      return readDraw(reading, fields.get('draw'));
    case 'chain':
      return { by, roles: reading.texts(fields.get('chain'), 'a role in `chain`') };
  }
}

function readDraw(reading: Reading, node: YamlNode | undefined): ChoiceSpec | undefined {
  if (node === undefined) return undefined;
  const fields = reading.fields(node, '`draw`', ['count', 'exclude']);
  const count = reading.requiredText(fields, 'count', node, '`draw`');
  return defined({ by: 'draw' as const, count, exclude: reading.text(fields.get('exclude'), '`exclude`') });
}

/** `refuse`, a party, or `{ send: EVENT }`. */
export function readInstead(reading: Reading, node: YamlNode | undefined, what: string): InsteadSpec | undefined {
  if (node === undefined || node.scalar() === 'allow') return undefined;
  if (node.scalar() === 'refuse') return { kind: 'refuse' };
  const fields = reading.fields(node, what, ['organisation', 'role', 'send']);
  const event = reading.text(fields.get('send'), '`send`');
  if (event !== undefined) return { kind: 'send', event };
  const party = readParty(reading, node, what);
  return party && { kind: 'party', ...party };
}
