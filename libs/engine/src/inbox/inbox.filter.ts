import type { RootStatus } from '../instances/case.rows.js';
import type { Statement } from '../instances/sql.packet.js';
import { allOf, literally } from './sql.condition.js';
import { gramsOfTerm, termsOf } from './title.gram.js';

/** What a box is narrowed down to; all of it must hold. */
export interface InboxFilter {
  readonly process?: string | undefined;
  /** First segment of the process. */
  readonly stage?: string | undefined;
  /** Division code; what lies inside it counts too. */
  readonly division?: string | undefined;
  readonly dueAfter?: Date | undefined;
  readonly dueBefore?: Date | undefined;
  readonly status?: RootStatus | undefined;
  readonly overdue?: boolean | undefined;
  /** Words of the title, each of at least two characters. */
  readonly text?: string | undefined;
}

/** Conditions on tasks `t`, their instances `i` and roots `r`. */
export function ofTasks(filter: InboxFilter, now: Date): Statement[] {
  return [...ofProcess(filter, 'i'), ...ofDue(filter, now, 't'), ...ofRoot(filter), ...ofWords(filter)];
}

/** Conditions on roots `r`: a case counts when one of its running processes or open tasks does. */
export function ofCases(filter: InboxFilter, now: Date): Statement[] {
  const process = ofProcess(filter, 'i');
  const due = ofDue(filter, now, 't');
  const running = `EXISTS (SELECT 1 FROM engine_instance i WHERE i.root_id = r.id AND i.status = 'active' AND`;
  const open = `EXISTS (SELECT 1 FROM engine_task t WHERE t.root_id = r.id AND t.status = 'open' AND`;
  return [
    ...inside(running, process),
    ...inside(open, due),
    ...ofRoot(filter),
    ...termsOf(filter.text ?? '').map((term) => hasPhrase(term)),
  ];
}

function inside(opening: string, conditions: readonly Statement[]): Statement[] {
  if (conditions.length === 0) return [];
  const { sql, values } = allOf(conditions);
  return [{ sql: `${opening} ${sql})`, values }];
}

function ofProcess({ process, stage }: InboxFilter, alias: string): Statement[] {
  return [
    ...when(process, (value) => ({ sql: `${alias}.process = ?`, values: [value] })),
    ...when(stage, (value) => ({ sql: `${alias}.process LIKE ?`, values: [`${literally(value)}.%`] })),
  ];
}

function ofDue({ dueAfter, dueBefore, overdue }: InboxFilter, now: Date, alias: string): Statement[] {
  const isLate = `${alias}.due_at < ? AND ${alias}.status = 'open'`;
  return [
    ...when(dueAfter, (value) => ({ sql: `${alias}.due_at >= ?`, values: [value] })),
    ...when(dueBefore, (value) => ({ sql: `${alias}.due_at < ?`, values: [value] })),
    ...when(overdue, (value) => ({ sql: value ? `(${isLate})` : `NOT COALESCE(${isLate}, FALSE)`, values: [now] })),
  ];
}

function ofRoot({ division, status }: InboxFilter): Statement[] {
  return [
    ...when(division, (value) => ({ sql: 'r.division_code LIKE ?', values: [`${literally(value)}%`] })),
    ...when(status, (value) => ({ sql: 'r.status = ?', values: [value] })),
  ];
}

/** A task is found by the title of its case or by its own. */
function ofWords({ text }: InboxFilter): Statement[] {
  return termsOf(text ?? '').map((term) => {
    const phrase = hasPhrase(term);
    return { sql: `(${phrase.sql} OR t.title LIKE ?)`, values: [...phrase.values, `%${literally(term)}%`] };
  });
}

/** Root `r` has the word in its title: its pairs of characters stand one after the other. */
function hasPhrase(term: string): Statement {
  const [first, ...others] = gramsOfTerm(term);
  const joins = others.map(({ position }, index) => {
    const name = `g${index + 1}`;
    return ` JOIN engine_title_gram ${name} ON ${name}.gram = ? AND ${name}.root_id = g.root_id AND ${name}.position = g.position + ${position}`;
  });
  return {
    sql: `EXISTS (SELECT 1 FROM engine_title_gram g${joins.join('')} WHERE g.gram = ? AND g.root_id = r.id)`,
    values: [...others.map(({ gram }) => gram), first?.gram ?? ''],
  };
}

function when<T>(value: T | undefined, condition: (value: T) => Statement): Statement[] {
  return value === undefined ? [] : [condition(value)];
}
