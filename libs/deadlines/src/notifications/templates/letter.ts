import type { NotificationKind } from '../notification.entity.js';
import type { NotificationFacts } from '../notification.facts.js';

/** Sent by a person, who is named. */
export const SENT: readonly NotificationKind[] = ['message', 'copied', 'rescheduled', 'asked', 'explained'];

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a template needs beyond the facts. */
export interface LetterContext {
  /** Title of the law that the due time rests on, as it is cited. */
  readonly law: string | null;
  /** Where the reader can act. */
  readonly link: string;
}

/** A message in one language: its one-line title and its text. */
export interface Letter {
  readonly title: string;
  readonly body: string;
}

export type LetterTemplate = (facts: NotificationFacts, context: LetterContext) => Letter;
