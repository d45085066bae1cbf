import { isPlainDate, type PlainDate, weekdayOf } from '../days/plain-date.js';

/**
 * What a later notice, or a region, adds to the calendar: a State Council notice for a year that the holiday data
 * does not know yet, an autonomous prefecture's own festivals, another closing time of counters.
 */
export interface CalendarOverlay {
  /** Goes into the version of the calendar, e.g. `cn-2027`. */
  readonly version: string;
  /** The notice that sets these days, for the reader. */
  readonly notice?: string;
  /** Days off and what they are called. */
  readonly off: ReadonlyMap<PlainDate, string>;
  /** 调休上班: days worked although they fall on a weekend. */
  readonly worked: ReadonlyMap<PlainDate, string>;
  /** The year that this notice settles whole; its days are provisional no longer. */
  readonly settlesYear?: number;
  readonly officeClosesAt?: string;
}

/** Answer of `parseOverlay`. */
export type OverlayResult =
  | { readonly ok: true; readonly overlay: CalendarOverlay }
  | { readonly ok: false; readonly problems: readonly string[] };

const KEYS = ['version', 'notice', 'off', 'worked', 'settlesYear', 'officeClosesAt'];

/** Checks what was read from a file of `config/calendars`. */
export function parseOverlay(raw: unknown): OverlayResult {
  if (!isRecord(raw)) return { ok: false, problems: ['An overlay is a mapping with `version`, `off` and `worked`.'] };
  const problems = Object.keys(raw)
    .filter((key) => !KEYS.includes(key))
    .map((key) => `Unknown key "${key}"; known are ${KEYS.join(', ')}.`);
  const off = readDays(raw['off'], 'off', problems);
  const worked = readDays(raw['worked'], 'worked', problems);
  for (const date of worked.keys()) {
    if (off.has(date)) problems.push(`${date} stands under both "off" and "worked".`);
    if (weekdayOf(date) !== 0 && weekdayOf(date) !== 6) {
      problems.push(`${date} under "worked" is no Saturday or Sunday: only weekend days are made up for.`);
    }
  }
  const overlay = { ...readScalars(raw, problems), off, worked };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, overlay };
}

function readScalars(raw: Record<string, unknown>, problems: string[]): Omit<CalendarOverlay, 'off' | 'worked'> {
  const { version, notice, settlesYear, officeClosesAt } = raw;
  if (typeof version !== 'string' || !/^[a-z0-9.-]+$/.test(version)) {
    problems.push('"version" is needed: a short name in lower case, e.g. cn-2027.');
  }
  if (settlesYear !== undefined && !Number.isInteger(settlesYear)) problems.push('"settlesYear" is a year, e.g. 2027.');
  if (officeClosesAt !== undefined && !isWallClock(officeClosesAt)) {
    problems.push('"officeClosesAt" is a time of day in quotes, e.g. "17:30".');
  }
  return {
    version: String(version),
    ...(typeof notice === 'string' && { notice }),
    ...(typeof settlesYear === 'number' && { settlesYear }),
    ...(typeof officeClosesAt === 'string' && { officeClosesAt }),
  };
}

function readDays(raw: unknown, key: string, problems: string[]): ReadonlyMap<PlainDate, string> {
  const days = new Map<PlainDate, string>();
  if (raw === undefined || raw === null) return days;
  if (!isRecord(raw)) {
    problems.push(`"${key}" maps days to names, e.g. 2027-01-01: 元旦.`);
    return days;
  }
  for (const [date, name] of Object.entries(raw)) {
    if (isPlainDate(date) && typeof name === 'string') days.set(date, name);
    else problems.push(`"${key}": "${date}" must be an existing day with a name, e.g. 2027-01-01: 元旦.`);
  }
  return days;
}

function isWallClock(value: unknown): boolean {
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
