import { Injectable } from '@nestjs/common';
import { LawBook } from '#libs/engine';
import { MailConfig } from '#libs/platform';
import type { NotificationKind } from './notification.entity.js';
import type { NotificationFacts } from './notification.facts.js';
import { englishLetter } from './templates/letter.en.js';
import type { Language, Letter, LetterTemplate } from './templates/letter.js';
import { chineseLetter } from './templates/letter.zh.js';

const ABOUT_CASES: readonly NotificationKind[] = ['escalation', 'message', 'copied'];
/** What is answered, or read, among the supervisions. */
const ABOUT_SUPERVISIONS: Readonly<Partial<Record<NotificationKind, string>>> = {
  asked: '/supervision?side=received',
  explained: '/supervision',
};
const TEMPLATES: Readonly<Record<Language, LetterTemplate>> = { zh: chineseLetter, en: englishLetter };

/** Makes the text of a message from its facts, the same each time. */
@Injectable()
export class LetterWriter {
  constructor(
    private readonly laws: LawBook,
    private readonly mail: MailConfig,
  ) {}

  write(facts: NotificationFacts, language: Language): Letter {
    const law = facts.law === null ? null : this.laws.cite(facts.law, language);
    return TEMPLATES[language](facts, { law, link: new URL(this.pathOf(facts), this.mail.publicUrl).href });
  }

  /** Those who have the task go to it, others look at the case. */
  pathOf({ kind, rootId, taskId }: NotificationFacts): string {
    const supervisions = ABOUT_SUPERVISIONS[kind];
    if (supervisions !== undefined) return supervisions;
    return ABOUT_CASES.includes(kind) ? `/projects/${rootId}` : `/projects/${rootId}?task=${taskId}`;
  }
}
