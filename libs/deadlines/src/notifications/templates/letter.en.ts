import type { NotificationKind } from '../notification.entity.js';
import type { NotificationFacts } from '../notification.facts.js';
import { daysLeft, dueText } from './due.words.js';
import type { Letter, LetterContext } from './letter.js';

/** The same letter for readers of English. */
export function englishLetter(facts: NotificationFacts, context: LetterContext): Letter {
  return { title: `${SUBJECTS[facts.kind]}: ${facts.taskTitle}${stateOf(facts)}`, body: bodyOf(facts, context) };
}

const SUBJECTS: Readonly<Record<NotificationKind, string>> = {
  opened: 'New task',
  reminder: 'Reminder',
  escalation: 'Overdue',
  warning: 'Date to be confirmed',
};

const OPENINGS: Readonly<Record<NotificationKind, string>> = {
  opened: 'A task is waiting for you. Please log in and deal with it.',
  reminder: 'Please see to it that the task below is done in time.',
  escalation:
    'The task below is overdue. By the rules of escalation it is brought to you: please see that it gets done.',
  warning: 'The due time below rests on a provisional calendar. Nothing happens by itself: please confirm the date.',
};

function bodyOf(facts: NotificationFacts, { law, link }: LetterContext): string {
  const lines = [
    OPENINGS[facts.kind],
    '',
    `Project: ${facts.caseTitle}`,
    `Task: ${facts.taskTitle}`,
    `Responsible: ${facts.responsible}`,
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
  if (dueAt === null || kind === 'opened' || kind === 'warning') return '';
  return ` (${remaining(daysLeft(dueAt, at))})`;
}

function remaining(days: number): string {
  if (days === 0) return 'due today';
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days > 0 ? `${count} left` : `${count} overdue`;
}
