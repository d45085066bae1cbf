import { localDate } from '#libs/calendar';
import type { NotificationKind } from '../notification.entity.js';
import {
  type DigestContext,
  type DigestItem,
  type DigestTemplate,
  LONGEST_BRIEF,
  LONGEST_LIST,
  shortTitle,
} from './digest.js';
import { daysLeft, dueText } from './due.words.js';

const LABELS: Readonly<Record<NotificationKind, string>> = {
  opened: 'New task',
  reminder: 'Reminder',
  escalation: 'Overdue',
  warning: 'Date to be confirmed',
  urged: 'Urged',
  message: 'Message',
  copied: 'Copy',
  rescheduled: 'New date',
  asked: 'Explanation asked for',
  explained: 'Explanation',
};

/** The same digest for readers of English. */
export const englishDigest: DigestTemplate = {
  letter: (items, context) => ({
    title: `Daily reminder: ${countOf(items, context)}`,
    body: [
      `As of ${localDate(context.at.toISOString())}, this is waiting for you or for your information:`,
      '',
      ...items.slice(0, LONGEST_LIST).flatMap((item, index) => entry(item, index + 1, context)),
      ...(items.length > LONGEST_LIST ? [`${items.length - LONGEST_LIST} more; please log in.`] : []),
      '',
      `Link: ${context.link}`,
    ].join('\n'),
  }),

  brief: (items, context) => {
    const told = items.slice(0, LONGEST_BRIEF).map((item) => briefOf(item, context));
    const more = items.length > LONGEST_BRIEF ? `; ${items.length - LONGEST_BRIEF} more` : '';
    return `${countOf(items, context)}: ${told.join('; ')}${more}. See ${context.link}`;
  },
};

function countOf(items: readonly DigestItem[], { at }: DigestContext): string {
  const late = items.filter(({ dueAt }) => dueAt !== null && dueAt <= at).length;
  const all = items.length === 1 ? '1 matter' : `${items.length} matters`;
  return late === 0 ? all : `${all} (${late} overdue)`;
}

function entry(item: DigestItem, number: number, context: DigestContext): string[] {
  const { kind, taskTitle, caseTitle, dueAt, citation } = item;
  return [
    `${number}. [${LABELS[kind]}] ${taskTitle === '' ? caseTitle : taskTitle}`,
    ...(taskTitle === '' ? [] : [`   Project: ${caseTitle}`]),
    ...(dueAt === null ? [] : [`   Due: ${dueLine(item, dueAt, context)}`]),
    ...(citation === null ? [] : [`   Basis: ${citation}`]),
  ];
}

function briefOf(item: DigestItem, context: DigestContext): string {
  const due = item.dueAt === null ? '' : `, due ${dueLine(item, item.dueAt, context)}`;
  const law = item.citation === null ? '' : ` (${item.citation})`;
  return `${LABELS[item.kind]} “${shortTitle(item)}”${due}${law}`;
}

function dueLine({ isProvisional }: DigestItem, dueAt: Date, { at }: DigestContext): string {
  return `${dueText(dueAt, 'en')}${isProvisional ? ' (provisional)' : ''}, ${remaining(daysLeft(dueAt, at))}`;
}

function remaining(days: number): string {
  if (days === 0) return 'due today';
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days > 0 ? `${count} left` : `${count} overdue`;
}
