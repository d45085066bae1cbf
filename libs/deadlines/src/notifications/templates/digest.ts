import type { NotificationFacts } from '../notification.facts.js';
import type { Letter } from './letter.js';

/** One thing that a digest tells of. */
export interface DigestItem extends NotificationFacts {
  /** The law that the due time rests on, as it is cited. */
  readonly citation: string | null;
}

export interface DigestContext {
  /** Business time of writing: days left count from here. */
  readonly at: Date;
  /** Where everything can be done. */
  readonly link: string;
}

/** Several things in one letter, and in one sentence for a telephone; never about nothing. */
export interface DigestTemplate {
  letter(items: readonly DigestItem[], context: DigestContext): Letter;
  brief(items: readonly DigestItem[], context: DigestContext): string;
}

/** More than a person reads in one letter. */
export const LONGEST_LIST = 50;
export const LONGEST_BRIEF = 3;
const LONGEST_TITLE = 30;

/** What an item is about, short enough for a telephone. */
export function shortTitle({ taskTitle, caseTitle }: NotificationFacts): string {
  const title = taskTitle === '' ? caseTitle : taskTitle;
  return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title;
}
