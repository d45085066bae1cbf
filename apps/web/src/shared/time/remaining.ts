const MS_PER_HOUR = 3_600_000;
const CHINA_OFFSET_MS = 8 * MS_PER_HOUR;
const MS_PER_DAY = 24 * MS_PER_HOUR;

/** How a due time stands to the business time. */
export type Remaining =
  | { readonly kind: 'left'; readonly days: number }
  | { readonly kind: 'hours'; readonly hours: number }
  | { readonly kind: 'today' }
  | { readonly kind: 'overdue'; readonly days: number };

/** Counted in calendar days of China; a due time at 00:00 belongs to the day before (24:00). */
export function remaining(dueAt: string, now: number): Remaining {
  const due = new Date(dueAt).getTime();
  if (due <= now) return { kind: 'overdue', days: localDay(now) - localDay(due - 1) };
  const days = localDay(due - 1) - localDay(now);
  if (days > 0) return { kind: 'left', days };
  const isEndOfDay = (due + CHINA_OFFSET_MS) % MS_PER_DAY === 0;
  return isEndOfDay ? { kind: 'today' } : { kind: 'hours', hours: Math.max(1, Math.ceil((due - now) / MS_PER_HOUR)) };
}

function localDay(time: number): number {
  return Math.floor((time + CHINA_OFFSET_MS) / MS_PER_DAY);
}
