import {
  type DueSpec,
  type PartyRole,
  TASK_OPERATIONS,
  type TaskOperation,
  type TaskSpec,
  USUAL_OPERATIONS,
} from './language.js';
import { readFields } from './read-fields.js';
import { readSign } from './read-sign.js';
import { type ChoiceSpec, REPEAT_RULES } from './choice-spec.js';
import { readAssignee, readInstead } from './read-choice.js';
import { readReject, readReturn } from './read-returning.js';
import { type SignSpec, usualSign } from './sign-spec.js';
import { readParty } from './read-transition.js';
import { defined, type Fields, type Reading } from './reading.js';
import type { YamlNode } from './yaml-node.js';

const TASK_KEYS = [
  'title',
  'assignee',
  'ifNobody',
  'ifInitiator',
  'repeat',
  'form',
  'fields',
  'not',
  'due',
  'sign',
  'allow',
  'deny',
  'reject',
  'return',
  'copy',
] as const;
const NOBODY = { organisation: '', role: '' };

/** The work of a state; `defaults` is what `defaults.due` says for tasks without `due`. */
export function readTask(
  reading: Reading,
  node: YamlNode | undefined,
  defaults: DueSpec | undefined,
): TaskSpec | undefined {
  if (node === undefined) return undefined;
  const fields = reading.fields(node, 'a task', TASK_KEYS);
  const { assignee, choice } = readAssignee(reading, fields.get('assignee'));
  if (assignee === undefined && node.isMap) {
    reading.report(
      'missing-key',
      node,
      'the task has nobody to do it',
      'Add `assignee: { organisation: …, role: … }`.',
    );
  }
  return defined({
    title: reading.localized(fields.get('title')),
    assignee: assignee ?? NOBODY,
    choice,
    ifNobody: readInstead(reading, fields.get('ifNobody'), '`ifNobody`'),
    ifInitiator: readInstead(reading, fields.get('ifInitiator'), '`ifInitiator`'),
    repeat: reading.oneOf(fields.get('repeat'), '`repeat`', REPEAT_RULES),
    form: reading.text(fields.get('form'), '`form`'),
    fields: readFields(reading, fields.get('fields')),
    not: reading.texts(fields.get('not'), 'a state in `not`'),
    due: readDue(reading, fields.get('due'), defaults),
    sign: readSign(reading, fields.get('sign')) ?? signOfChoice(choice),
    allow: readOperations(reading, fields),
    reject: readReject(reading, fields.get('reject')),
    return: readReturn(reading, fields.get('return')),
    copy: fields.has('copy') ? readCopy(reading, fields.get('copy')) : undefined,
  });
}

/** A chain signs one after the other, all of them. */
function signOfChoice(choice: ChoiceSpec | undefined): SignSpec | undefined {
  return choice?.by === 'chain' ? { ...usualSign('all'), order: 'sequential' } : undefined;
}

/** 抄送: one party or a list. */
function readCopy(reading: Reading, node: YamlNode | undefined): readonly PartyRole[] {
  return (node?.items() ?? []).flatMap((item) => readParty(reading, item, '`copy`') ?? []);
}

/** The usual operations and those of `allow`, without those of `deny`. */
function readOperations(reading: Reading, fields: Fields): readonly TaskOperation[] {
  const listed = (key: 'allow' | 'deny') =>
    (fields.get(key)?.items() ?? []).flatMap(
      (item) => reading.oneOf(item, `an operation in \`${key}\``, TASK_OPERATIONS) ?? [],
    );
  const allowed = [...USUAL_OPERATIONS, ...listed('allow')];
  const denied = listed('deny');
  return TASK_OPERATIONS.filter((operation) => allowed.includes(operation) && !denied.includes(operation));
}

/** Reminders and ladder: the default, what the task says itself, or nothing for `none`. */
export function readDue(
  reading: Reading,
  node: YamlNode | undefined,
  defaults: DueSpec | undefined,
): DueSpec | undefined {
  if (node === undefined) return defaults;
  if (node.scalar() === 'none') return undefined;
  const fields = reading.fields(node, '`due`', [
    'within',
    'from',
    'remind',
    'escalate',
    'law',
    'suspendable',
    'onOverdue',
  ]);
  if (!fields.has('within') && defaults === undefined && node.isMap) {
    const hint = 'Add `within: P5WD` or the name of a duration parameter.';
    reading.report('missing-key', node, '`due` lacks the key `within`', hint);
  }
  return { ...(defaults ?? NO_DUE), ...readDueFields(reading, fields) };
}

const NO_DUE: DueSpec = { within: 'P1D', remind: [], escalate: 'none' };

/** What the task says itself; its silence leaves the defaults. */
function readDueFields(reading: Reading, fields: Fields): Partial<DueSpec> {
  const remind = fields.get('remind');
  return defined({
    within: reading.text(fields.get('within'), '`within`'),
    from: reading.text(fields.get('from'), '`from`'),
    remind: remind === undefined ? undefined : reading.texts(remind, 'a reminder'),
    escalate: reading.text(fields.get('escalate'), '`escalate`'),
    law: reading.text(fields.get('law'), '`law`'),
    suspendable: fields.has('suspendable') ? reading.texts(fields.get('suspendable'), 'a cause') : undefined,
    onOverdue: reading.text(fields.get('onOverdue'), '`onOverdue`'),
  });
}
