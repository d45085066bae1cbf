import { negated, type Period, type PeriodProblem, type PeriodResult } from './period.js';

const WORKING_DAYS = /^P(\d+)WD$/;
const DATED = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;
const TIMED = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/;
/** A hundred years: longer is a slip of the pen, and would leave the range of dates. */
const LONGEST_DAYS = 36_525;

/**
 * Reads ISO 8601 periods and our working days: `P3D`, `P2W`, `P1M`, `P1Y`, `PT30M`, `P7WD`, each also with a minus
 * in front. Working days, natural periods and clock time do not mix in one period.
 */
export function parsePeriod(text: string): PeriodResult {
  const isNegative = text.startsWith('-');
  const body = isNegative ? text.slice(1) : text;
  const period = parseWorkingDays(body) ?? parseDated(body) ?? parseTimed(body);
  if (!period) return refuse(text);
  if (!isWithinRange(period)) return { ok: false, problem: tooLong(text) };
  return { ok: true, period: isNegative ? negated(period) : period };
}

function parseWorkingDays(body: string): Period | null {
  const match = WORKING_DAYS.exec(body);
  return match ? { kind: 'workingDays', days: Number(match[1]) } : null;
}

function parseDated(body: string): Period | null {
  const match = DATED.exec(body);
  if (!match || body === 'P') return null;
  const [, years, months, weeks, days] = match;
  const allDays = amount(weeks) * 7 + amount(days);
  if (years === undefined && months === undefined) return { kind: 'naturalDays', days: allDays };
  return { kind: 'months', months: amount(years) * 12 + amount(months), days: allDays };
}

function parseTimed(body: string): Period | null {
  const match = TIMED.exec(body);
  if (!match || body === 'PT') return null;
  const [, hours, minutes, seconds] = match;
  return { kind: 'elapsed', milliseconds: (amount(hours) * 3600 + amount(minutes) * 60 + amount(seconds)) * 1000 };
}

function amount(digits: string | undefined): number {
  return Number(digits ?? 0);
}

function isWithinRange(period: Period): boolean {
  switch (period.kind) {
    case 'workingDays':
    case 'naturalDays':
      return period.days <= LONGEST_DAYS;
    case 'months':
      return period.months * 31 + period.days <= LONGEST_DAYS + 1200;
    case 'elapsed':
      return period.milliseconds <= LONGEST_DAYS * 86_400_000;
  }
}

function refuse(text: string): PeriodResult {
  const looksMixed = /WD/.test(text) || (/^-?P.*\dD?.*T/.test(text) && !/^-?PT/.test(text));
  return { ok: false, problem: looksMixed && /^-?P\d/.test(text) ? mixed(text) : malformed(text) };
}

function malformed(text: string): PeriodProblem {
  return {
    code: 'calendar.period-malformed',
    message: {
      zh: `“${text}”不是期间。应写作 P10D（自然日）、P2W、P1M、P1Y、P7WD（工作日）或 PT30M（时分），数字为整数。`,
      en: `"${text}" is not a period. Write P10D (natural days), P2W, P1M, P1Y, P7WD (working days) or PT30M (clock time), in whole numbers.`,
    },
  };
}

function mixed(text: string): PeriodProblem {
  return {
    code: 'calendar.period-mixed',
    message: {
      zh: `“${text}”混用了计算方法。工作日（P7WD）、自然期间（P1M10D）与时分（PT30M）须分别写成单独的期间。`,
      en: `"${text}" mixes ways of counting. Working days (P7WD), natural periods (P1M10D) and clock time (PT30M) each stand alone.`,
    },
  };
}

function tooLong(text: string): PeriodProblem {
  return {
    code: 'calendar.period-too-long',
    message: {
      zh: `“${text}”超过一百年，请检查数字。`,
      en: `"${text}" is longer than a hundred years; check the number.`,
    },
  };
}
