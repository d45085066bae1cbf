/**
 * A period of time as the process language writes it: ISO 8601 plus working days (`P7WD`).
 * The families are kept apart because only a calendar can turn one into another.
 */
export interface DurationParts {
  readonly negative: boolean;
  /** Years count 12. */
  readonly months: number;
  /** Weeks count 7. */
  readonly days: number;
  readonly workingDays: number;
  /** Elapsed time: hours, minutes and seconds. */
  readonly seconds: number;
}

const DURATION =
  /^(-)?P(?=[\dT])(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W(?!D))?(?:(\d+)D)?(?:(\d+)WD)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Reads a duration; null when the text is none. */
export function parseDuration(text: string): DurationParts | null {
  const match = DURATION.exec(text);
  if (match === null) return null;
  const [years, months, weeks, days, workingDays, hours, minutes, seconds] = match
    .slice(2)
    .map((part: string | undefined) => Number(part ?? 0));
  return {
    negative: match[1] === '-',
    months: (years ?? 0) * 12 + (months ?? 0),
    days: (weeks ?? 0) * 7 + (days ?? 0),
    workingDays: workingDays ?? 0,
    seconds: (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0),
  };
}

/** A month has at least so many days. */
const SHORTEST_MONTH = 28;

/**
 * Whether `short` is certainly not longer than `long`, whatever the calendar: a working day lasts at least
 * as long as a day, a month at least 28 days. Null when only a calendar could tell.
 */
export function isNotLonger(short: DurationParts, long: DurationParts): boolean | null {
  if (covers(long, short)) return true;
  return covers(short, long) ? false : null;
}

function covers(long: DurationParts, short: DurationParts): boolean {
  if (long.seconds < short.seconds || long.months < short.months) return false;
  const spareMonths = long.months - short.months;
  const spareWorkingDays = long.workingDays - short.workingDays;
  if (spareWorkingDays < 0) return false;
  return spareMonths * SHORTEST_MONTH + spareWorkingDays + long.days - short.days >= 0;
}
