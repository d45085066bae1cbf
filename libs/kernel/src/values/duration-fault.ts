import { parseDuration } from './duration.js';

/** Longest period that configuration may set: procurement files are kept for fifteen years, twice that leaves room. */
const LONGEST_YEARS = 30;
const DAYS_OF_YEAR = 366;
const DAYS_OF_MONTH = DAYS_OF_YEAR / 12;
/** Five working days to a week. */
const DAYS_OF_WORKING_DAY = 7 / 5;
const SECONDS_OF_DAY = 86_400;

/** Why no deadline can have that length: one sentence and what to write instead. */
export interface DurationFault {
  readonly code: 'negative-duration' | 'too-long-duration' | 'mixed-duration';
  readonly message: string;
  readonly hint: string;
}

/** Whether a duration that can be read can also be counted; null when it can. Reminders may lie before: `isOffset`. */
export function durationFault(text: string, { isOffset = false } = {}): DurationFault | null {
  const parts = parseDuration(text);
  if (parts === null) return null;
  const { months, days, workingDays, seconds } = parts;
  if (parts.negative && !isOffset) {
    return {
      code: 'negative-duration',
      message: `the duration \`${text}\` is negative: what it measures would be due before it begins`,
      hint: `Write \`${text.slice(1)}\`; what is counted back from a date stands under \`deadlines\`.`,
    };
  }
  if ([months + days, workingDays, seconds].filter((amount) => amount > 0).length > 1) {
    return {
      code: 'mixed-duration',
      message: `the duration \`${text}\` mixes natural days, working days or clock time, which are counted in different ways`,
      hint: 'Write one of them, like P10D, P7WD, P1M or PT30M.',
    };
  }
  const length = months * DAYS_OF_MONTH + days + workingDays * DAYS_OF_WORKING_DAY + seconds / SECONDS_OF_DAY;
  if (length <= LONGEST_YEARS * DAYS_OF_YEAR) return null;
  return {
    code: 'too-long-duration',
    message: `the duration \`${text}\` is longer than ${LONGEST_YEARS} years`,
    hint: 'Check the number and the unit: P10D is ten days, P10Y ten years.',
  };
}
