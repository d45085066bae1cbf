import { addPlainDays, addPlainMonths } from '../days/plain-date.js';
import type { Period } from '../durations/period.js';
import type { CountInput, Counted } from './counting.rule.js';
import { enDay, eventLine, zhDay } from './line.js';

type Months = Extract<Period, { kind: 'months' }>;

/**
 * 月、年: the last day is the corresponding day of the month in which the period runs out, or its last day where there
 * is none (民法典 202). Days that stand beside the months are counted after them.
 */
export function countMonths(input: CountInput<Months>): Counted {
  const { eventDate, period, step } = input;
  const lastDay = addPlainDays(addPlainMonths(eventDate, step * period.months), step * period.days);
  const length = lengthOf(period);
  return {
    lastDay,
    provisional: false,
    lines: [
      eventLine(eventDate, step === 1),
      {
        zh: `${length.zh}，到期月的对应日（无对应日的为月末日，民法典第二百零二条）为${zhDay(lastDay)}。`,
        en: `${length.en}; the corresponding day, or the month's last where there is none (Civil Code 202), is ${enDay(lastDay)}.`,
      },
    ],
  };
}

function lengthOf({ months, days }: Months): { zh: string; en: string } {
  const isYears = months > 0 && months % 12 === 0;
  const zh = isYears ? `${months / 12}年` : `${months}个月`;
  const en = isYears ? `${months / 12} years` : `${months} months`;
  return days > 0 ? { zh: `${zh}零${days}日`, en: `${en} and ${days} days` } : { zh, en };
}
