import type { NotificationKind } from '../notification.entity.js';
import type { NotificationFacts } from '../notification.facts.js';
import { daysLeft, dueText } from './due.words.js';
import { type Letter, type LetterContext, SENT } from './letter.js';

/** The same letter for readers of English. */
export function englishLetter(facts: NotificationFacts, context: LetterContext): Letter {
  const subject = facts.taskTitle === '' ? facts.caseTitle : facts.taskTitle;
  return { title: `${SUBJECTS[facts.kind]}: ${subject}${stateOf(facts)}`, body: bodyOf(facts, context) };
}

const SUBJECTS: Readonly<Record<NotificationKind, string>> = {
  opened: 'New task',
  reminder: 'Reminder',
  escalation: 'Overdue',
  warning: 'Date to be confirmed',
  urged: 'Urged',
  message: 'Message',
  copied: 'Copy',
  rescheduled: 'New date',
  asked: 'Explanation asked for',
  explained: 'Explanation given',
};

const OPENINGS: Readonly<Record<NotificationKind, string>> = {
  opened: 'A task is waiting for you. Please log in and deal with it.',
  reminder: 'Please see to it that the task below is done in time.',
  escalation:
    'The task below is overdue. By the rules of escalation it is brought to you: please see that it gets done.',
  warning: 'The due time below rests on a provisional calendar. Nothing happens by itself: please confirm the date.',
  urged: 'You are urged to do the task below. Please see to it without delay.',
  message: 'Somebody has written to you about the project below. Please log in and read it.',
  copied: 'The project below was sent to you for information.',
  rescheduled: 'The superior has set another due time for the task below.',
  asked: 'The superior asks for a written explanation of why the task below is late. Please log in and give it.',
  explained: 'The explanation that you asked for has been given. Please log in and read it.',
};

/** Told because of the due time. */
const TOLD_BY_TIME: readonly NotificationKind[] = ['reminder', 'escalation'];

function bodyOf(facts: NotificationFacts, { law, link }: LetterContext): string {
  const lines = [
    OPENINGS[facts.kind],
    '',
    `Project: ${facts.caseTitle}`,
    ...(facts.taskTitle === '' ? [] : [`Task: ${facts.taskTitle}`]),
    ...(facts.responsible === ''
      ? []
      : [`${SENT.includes(facts.kind) ? 'From' : 'Responsible'}: ${facts.responsible}`]),
    ...(facts.dueAt === null ? [] : [`Due: ${dueLine(facts, facts.dueAt)}`]),
    ...(law === null ? [] : [`Basis: ${law}`]),
    `Link: ${link}`,
  ];
  return lines.join('\n');
}

function dueLine(facts: NotificationFacts, dueAt: Date): string {
  const provisional = facts.isProvisional ? ' (provisional)' : '';
  return `${dueText(dueAt, 'en')}${provisional}, ${remaining(daysLeft(dueAt, facts.at))}`;
}

function stateOf({ kind, dueAt, at }: NotificationFacts): string {
  if (dueAt === null || !TOLD_BY_TIME.includes(kind)) return '';
  return ` (${remaining(daysLeft(dueAt, at))})`;
}

function remaining(days: number): string {
  if (days === 0) return 'due today';
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days > 0 ? `${count} left` : `${count} overdue`;
}
