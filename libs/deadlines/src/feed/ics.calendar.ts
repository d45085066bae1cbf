import ICAL from 'ical.js';
import { endOfDay, eventDate, localDateTime } from '#libs/calendar';
import type { PersonalDeadline } from './personal.deadline.js';

const ZONE = 'Asia/Shanghai';
const PRODUCT = '-//Sanshe//Deadlines 1.0//ZH';
const HALF_HOUR_MS = 1_800_000;
/** How often a program may come again. */
const REFRESH = 'PT30M';

/** The library does not count the space that a folded line begins with; a line has at most 75 bytes (RFC 5545, 3.1). */
ICAL.foldLength = 74;

/** No summer time since 1991, so one rule describes the zone. */
const VTIMEZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19910915T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/** Words of a calendar in one language. */
export interface CalendarWords {
  readonly title: string;
  readonly provisional: string;
  readonly project: string;
  readonly basis: string;
  readonly link: string;
}

export const CALENDAR_WORDS: Readonly<Record<'zh' | 'en', CalendarWords>> = {
  zh: {
    title: '三社办理期限',
    provisional: '（暂定）',
    project: '项目名称：',
    basis: '期限依据：',
    link: '办理地址：',
  },
  en: {
    title: 'Sanshe deadlines',
    provisional: ' (provisional)',
    project: 'Project: ',
    basis: 'Basis: ',
    link: 'Link: ',
  },
};

export interface CalendarContext {
  readonly words: CalendarWords;
  /** Where the task can be done. */
  readonly linkTo: (deadline: PersonalDeadline) => string;
}

/**
 * The deadlines as an iCalendar (RFC 5545). One that ends with its day is an event of that whole day; any other one is
 * the half hour before it. The same deadlines give the same text, so that programs need not load it again.
 */
export function icsOf(deadlines: readonly PersonalDeadline[], context: CalendarContext): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', PRODUCT);
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  calendar.addPropertyWithValue('x-wr-calname', context.words.title);
  calendar.addPropertyWithValue('x-wr-timezone', ZONE);
  calendar.addPropertyWithValue('refresh-interval', ICAL.Duration.fromString(REFRESH));
  calendar.addPropertyWithValue('x-published-ttl', REFRESH);
  calendar.addSubcomponent(ICAL.Component.fromString(VTIMEZONE));
  for (const deadline of deadlines) calendar.addSubcomponent(eventOf(deadline, context));
  return `${calendar.toString()}\r\n`;
}

function eventOf(deadline: PersonalDeadline, { words, linkTo }: CalendarContext) {
  const { taskId, taskTitle, caseTitle, law, isProvisional, openedAt, revision } = deadline;
  const title = `${taskTitle}${isProvisional ? words.provisional : ''}`;
  const link = linkTo(deadline);
  const about = [
    `${words.project}${caseTitle}`,
    ...(law === null ? [] : [`${words.basis}${law}`]),
    `${words.link}${link}`,
  ];
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', `task-${taskId}@sanshe`);
  event.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(openedAt, true));
  event.addPropertyWithValue('sequence', revision);
  addTimes(event, deadline);
  event.addPropertyWithValue('summary', title);
  event.addPropertyWithValue('description', about.join('\n'));
  event.addPropertyWithValue('url', link);
  event.addPropertyWithValue('status', isProvisional ? 'TENTATIVE' : 'CONFIRMED');
  event.addPropertyWithValue('transp', 'TRANSPARENT');
  for (const trigger of triggersOf(deadline)) event.addSubcomponent(alarmOf(title, trigger));
  return event;
}

type Component = ReturnType<typeof eventOf>;

function addTimes(event: Component, { dueAt }: PersonalDeadline): void {
  if (endsItsDay(dueAt)) {
    event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(eventDate(dueAt.toISOString())));
    return;
  }
  for (const [name, at] of [
    ['dtstart', new Date(dueAt.getTime() - HALF_HOUR_MS)],
    ['dtend', dueAt],
  ] as const) {
    const local = `${localDateTime(at.toISOString()).replace(' ', 'T')}:00`;
    event.addPropertyWithValue(name, ICAL.Time.fromDateTimeString(local)).setParameter('tzid', ZONE);
  }
}

/** 09:00 of the day before and of the day itself; by the clock a day and two hours before. */
function triggersOf({ dueAt }: PersonalDeadline): readonly string[] {
  return endsItsDay(dueAt) ? ['-PT15H', 'PT9H'] : ['-P1D', '-PT2H'];
}

function alarmOf(title: string, trigger: string) {
  const alarm = new ICAL.Component('valarm');
  alarm.addPropertyWithValue('action', 'DISPLAY');
  alarm.addPropertyWithValue('trigger', ICAL.Duration.fromString(trigger));
  alarm.addPropertyWithValue('description', title);
  return alarm;
}

function endsItsDay(dueAt: Date): boolean {
  const instant = dueAt.toISOString();
  return endOfDay(eventDate(instant)) === instant;
}
