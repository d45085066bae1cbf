import { addPlainDays, endOfDay, localDate, weekdayOf } from '#libs/calendar';
import type { Statement } from '../../instances/sql.packet.js';

export const LATE_BUCKETS = [
  'open',
  'due-this-week',
  'overdue',
  'late-1-3',
  'late-4-7',
  'late-8-15',
  'late-over-15',
  'escalated',
] as const;
/** What the figures of a board count, and its lists show. Lateness in natural days; the first day late is day 1. */
export type LateBucket = (typeof LATE_BUCKETS)[number];

const DAY_MS = 86_400_000;
const DAYS_OF_WEEK = 7;

/** Which open tasks `t` stand in a bucket at that time. A due time is the first moment that is too late. */
export function inBucket(bucket: LateBucket, now: Date): Statement {
  const ago = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
  const late = (from: number, to: number): Statement => ({
    sql: 't.due_at > ? AND t.due_at <= ?',
    values: [ago(to), ago(from)],
  });
  const buckets: Readonly<Record<LateBucket, Statement>> = {
    open: { sql: 'TRUE', values: [] },
    'due-this-week': { sql: 't.due_at > ? AND t.due_at <= ?', values: [now, endOfWeek(now)] },
    overdue: { sql: 't.due_at <= ?', values: [now] },
    'late-1-3': late(0, 3),
    'late-4-7': late(3, 7),
    'late-8-15': late(7, 15),
    'late-over-15': { sql: 't.due_at <= ?', values: [ago(15)] },
    escalated: { sql: 't.supervised = 1', values: [] },
  };
  return buckets[bucket];
}

/** The midnight that ends Sunday. */
function endOfWeek(now: Date): Date {
  const today = localDate(now.toISOString());
  const sunday = addPlainDays(today, (DAYS_OF_WEEK - weekdayOf(today)) % DAYS_OF_WEEK);
  return new Date(endOfDay(sunday));
}
