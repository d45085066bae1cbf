import { epochMsOf, eventDate, type Instant, instantOf, localDateTime } from '../days/instant.js';
import type { PlainDate } from '../days/plain-date.js';
import type { Line } from './line.js';

/** Where a count by the clock arrives. */
export interface Elapsed {
  readonly dueAt: Instant;
  readonly dueDate: PlainDate;
  readonly lines: readonly Line[];
}

/** 时分: the clock runs from the moment of the event, through nights and days off alike. */
export function countElapsed(from: Instant, milliseconds: number): Elapsed {
  const dueAt = instantOf(epochMsOf(from) + milliseconds);
  const length = lengthOf(Math.abs(milliseconds));
  const start = localDateTime(from);
  const end = localDateTime(dueAt);
  const isForward = milliseconds >= 0;
  return {
    dueAt,
    dueDate: eventDate(dueAt),
    lines: [
      {
        zh: `自${start}起${isForward ? '经过' : '向前'}${length.zh}，至${end}；按实际时间连续计算。`,
        en: `${length.en} ${isForward ? 'from' : 'before'} ${start} is ${end}; counted by the clock.`,
      },
    ],
  };
}

function lengthOf(milliseconds: number): Line {
  const seconds = Math.round(milliseconds / 1000);
  const parts = [
    { amount: Math.floor(seconds / 3600), zh: '小时', en: 'h' },
    { amount: Math.floor(seconds / 60) % 60, zh: '分钟', en: 'min' },
    { amount: seconds % 60, zh: '秒', en: 's' },
  ].filter(({ amount }) => amount > 0);
  if (parts.length === 0) return { zh: '0分钟', en: '0 min' };
  return {
    zh: parts.map(({ amount, zh }) => `${amount}${zh}`).join(''),
    en: parts.map(({ amount, en }) => `${amount} ${en}`).join(' '),
  };
}
