import { join } from 'node:path';
import { isJsonObject, type Json, type JsonObject } from '#libs/kernel';
import { DirectoriesConfig } from '#libs/platform';
import { mapAt, valueAt } from './region.overlay.js';
import { parseYaml, readYamlFiles } from './yaml.files.js';

export type LawLanguage = 'zh' | 'en';

/** A law as config/law has it, at one article. */
export interface LawReference {
  /** `key#article` of config/law. */
  readonly reference: string;
  readonly title: string;
  readonly article: string | null;
  /** What the article says, in our own words. */
  readonly text: string | null;
  /** How sure that is: V verified … M must be confirmed. */
  readonly proof?: string;
}

/** How a reference of a process or deadline is cited, and what it says. */
export interface Citation {
  readonly reference: string;
  readonly citation: string;
  readonly text: string | null;
}

/** 法规依据: the laws of config/law by their keys. Entries of another form are left to the lint of config/law. */
export class LawBook {
  private readonly laws: ReadonlyMap<string, JsonObject>;

  constructor(configDir: string) {
    const files = readYamlFiles(join(configDir, 'law'));
    const entries = files.flatMap((file) => Object.entries(mapAt(parseYaml(file), ['laws'])));
    this.laws = new Map(entries.flatMap(([key, law]) => (isJsonObject(law) ? [[key, law] as const] : [])));
  }

  keys(): ReadonlySet<string> {
    return new Set(this.laws.keys());
  }

  /** Null for a law that is not in the catalogue. */
  find(reference: string, language: LawLanguage = 'zh'): LawReference | null {
    const [key = '', article = null] = reference.split('#');
    const law = this.laws.get(key);
    if (law === undefined) return null;
    const title = textOf(law['title'], language) ?? key;
    const text = article === null ? null : textOf(valueAt(law, ['articles', article]), language);
    const { proof } = law;
    return { reference, title, article, text, ...(typeof proof === 'string' && { proof }) };
  }

  /** A law that is not in the catalogue is named by its key, so that nobody is misled. */
  quote(reference: string, language: LawLanguage = 'zh'): Omit<LawReference, 'proof'> {
    const [key = reference, fallback = null] = reference.split('#');
    const { title = key, article = fallback, text = null } = this.find(reference, language) ?? {};
    return { reference, title, article, text };
  }

  /** `《title》第N条`; the reference itself where the catalogue does not have the law. */
  cite(reference: string, language: LawLanguage = 'zh'): string {
    const found = this.find(reference, language);
    if (found === null) return reference;
    return language === 'zh' ? citeChinese(found) : citeEnglish(found);
  }

  /** Every reference that a deadline may carry. */
  all(language: LawLanguage): Citation[] {
    return [...this.laws].flatMap(([key, law]) => {
      const articles = Object.keys(mapAt(law, ['articles'])).map((article) => `${key}#${article}`);
      return [key, ...articles].map((reference) => ({
        reference,
        citation: this.cite(reference, language),
        text: this.find(reference, language)?.text ?? null,
      }));
    });
  }
}

/** Injected where the application, not a check of files, cites laws. */
export const LAW_BOOK = {
  provide: LawBook,
  inject: [DirectoriesConfig],
  useFactory: ({ configDir }: DirectoriesConfig): LawBook => new LawBook(configDir),
};

/** Title and what stands in brackets behind it: issuer's number or date. */
const TITLE = /^(.*?)([(\uff08].*[)\uff09])?$/s;
const ARTICLE_NUMBER = /^\d+$/;

function citeChinese({ title, article }: LawReference): string {
  const [, name = title, note = ''] = TITLE.exec(title) ?? [];
  const law = `《${name}》${note.replace('(', '（').replace(')', '）')}`;
  if (article === null) return law;
  return ARTICLE_NUMBER.test(article) ? `${law}第${article}条` : `${law}第${article}项`;
}

function citeEnglish({ title, article }: LawReference): string {
  return article === null ? title : `${title}, art. ${article}`;
}

/** A text in the language, in Chinese where it has no other, or one text for both. */
function textOf(value: Json | undefined, language: LawLanguage): string | null {
  if (typeof value === 'string') return value;
  const text = isJsonObject(value) ? (value[language] ?? value['zh']) : undefined;
  return typeof text === 'string' ? text : null;
}
