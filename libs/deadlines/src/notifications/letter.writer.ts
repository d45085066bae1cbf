import { Injectable } from '@nestjs/common';
import { LawBook } from '#libs/engine';
import { ClockConfig, MailConfig } from '#libs/platform';
import type { NotificationKind } from './notification.entity.js';
import type { NotificationFacts } from './notification.facts.js';
import { englishDigest } from './templates/digest.en.js';
import type { DigestItem, DigestTemplate } from './templates/digest.js';
import { chineseDigest } from './templates/digest.zh.js';
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
const DIGESTS: Readonly<Record<Language, DigestTemplate>> = { zh: chineseDigest, en: englishDigest };
const TRAINING: Readonly<Record<Language, string>> = { zh: '【培训】', en: '[Training] ' };
/** Where everything that a digest tells of can be done. */
const INBOX = '/';

/** Makes the text of a message from its facts, the same each time. */
@Injectable()
export class LetterWriter {
  constructor(
    private readonly laws: LawBook,
    private readonly mail: MailConfig,
    private readonly clock: ClockConfig,
  ) {}

  write(facts: NotificationFacts, language: Language): Letter {
    const context = { law: this.cite(facts, language), link: this.linkTo(this.pathOf(facts)) };
    return this.marked(TEMPLATES[language](facts, context), language);
  }

  /** Several things in one letter, as they stand at that business time. */
  digest(told: readonly NotificationFacts[], at: Date, language: Language): Letter {
    return this.marked(
      DIGESTS[language].letter(this.items(told, language), { at, link: this.linkTo(INBOX) }),
      language,
    );
  }

  /** What comes from 培训环境 says so in its first word. */
  private marked(letter: Letter, language: Language): Letter {
    return this.clock.isTraining ? { ...letter, title: `${TRAINING[language]}${letter.title}` } : letter;
  }

  /** The same in a sentence, for telephones. */
  brief(told: readonly NotificationFacts[], at: Date, language: Language): string {
    const [only, ...others] = told;
    const path = only && others.length === 0 ? this.pathOf(only) : INBOX;
    return DIGESTS[language].brief(this.items(told, language), { at, link: this.linkTo(path) });
  }

  /** Those who have the task go to it, others look at the case. */
  pathOf({ kind, rootId, taskId }: NotificationFacts): string {
    const supervisions = ABOUT_SUPERVISIONS[kind];
    if (supervisions !== undefined) return supervisions;
    return ABOUT_CASES.includes(kind) ? `/projects/${rootId}` : `/projects/${rootId}?task=${taskId}`;
  }

  private items(told: readonly NotificationFacts[], language: Language): DigestItem[] {
    return told.map((facts) => ({ ...facts, citation: this.cite(facts, language) }));
  }

  private cite({ law }: NotificationFacts, language: Language): string | null {
    return law === null ? null : this.laws.cite(law, language);
  }

  private linkTo(path: string): string {
    return new URL(path, this.mail.publicUrl).href;
  }
}
