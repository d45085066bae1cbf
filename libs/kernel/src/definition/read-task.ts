import { type DueSpec, TASK_OPERATIONS, type TaskOperation, type TaskSpec, USUAL_OPERATIONS } from './language.js';
import { readSign } from './read-sign.js';
import { readParty } from './read-transition.js';
import { defined, type Fields, type Reading } from './reading.js';
import type { YamlNode } from './yaml-node.js';

const TASK_KEYS = ['title', 'assignee', 'form', 'not', 'due', 'sign', 'allow', 'deny'] as const;
const NOBODY = { organisation: '', role: '' };

/** The work of a state; `defaults` is what `defaults.due` says for tasks without `due`. */
export function readTask(
  reading: Reading,
  node: YamlNode | undefined,
  defaults: DueSpec | undefined,
): TaskSpec | undefined {
  if (node === undefined) return undefined;
  const fields = reading.fields(node, 'a task', TASK_KEYS);
  const assignee = readParty(reading, fields.get('assignee'), '`assignee`');
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
    form: reading.text(fields.get('form'), '`form`'),
    not: reading.texts(fields.get('not'), 'a state in `not`'),
    due: readDue(reading, fields.get('due'), defaults),
    sign: readSign(reading, fields.get('sign')),
    allow: readOperations(reading, fields),
  });
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
