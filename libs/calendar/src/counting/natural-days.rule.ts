import { addPlainDays } from '../days/plain-date.js';
import type { Period } from '../durations/period.js';
import type { CountInput, Counted } from './counting.rule.js';
import { enDay, eventLine, zhDay } from './line.js';

/** 自然日: every day counts, days off included; the first is the day after the event (民法典 201). */
export function countNaturalDays(input: CountInput<Extract<Period, { kind: 'naturalDays' }>>): Counted {
  const { eventDate, period, step } = input;
  const lastDay = addPlainDays(eventDate, step * period.days);
  return {
    lastDay,
    provisional: false,
    lines: [
      eventLine(eventDate, step === 1),
      {
        zh: `${period.days}个自然日，末日为${zhDay(lastDay)}。`,
        en: `${period.days} natural days; the last is ${enDay(lastDay)}.`,
      },
    ],
  };
}
