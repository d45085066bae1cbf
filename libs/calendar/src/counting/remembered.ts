import type { WorkCalendar } from '../holidays/work-calendar.js';

/** Enough for every event day and period that a busy month asks for; thrown away whole when full. */
const MOST = 5000;
const answers = new WeakMap<WorkCalendar, Map<string, unknown>>();

/**
 * Counts once for each calendar and question. Hundreds of commands a second ask the same few questions of one day, and
 * a calendar never changes its answers, so nobody can tell a remembered answer from a counted one. The key must name
 * the question whole, and questions of one prefix must have answers of one type.
 */
export function remembered<T>(calendar: WorkCalendar, key: string, count: () => T): T {
  const known = answers.get(calendar) ?? new Map<string, unknown>();
  if (known.has(key)) return known.get(key) as T; // What `count` of this key gave before.
  if (known.size >= MOST) known.clear();
  const answer = count();
  known.set(key, answer);
  answers.set(calendar, known);
  return answer;
}
