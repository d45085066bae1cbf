import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DirectoriesConfig } from '#libs/platform';
import { parse } from 'yaml';
import type { Language } from './templates/letter.js';

interface LawTitle {
  readonly zh: string;
  readonly en: string;
}

interface Law {
  readonly title: LawTitle;
  /** What each article says, in our own words. */
  readonly articles: ReadonlyMap<string, LawTitle>;
}

/** How a reference of a process or deadline is cited, and what it says. */
export interface Citation {
  readonly reference: string;
  readonly citation: string;
  readonly text: string | null;
}

/** How laws are cited, from config/law: `key#article` becomes title and article. */
@Injectable()
export class LawTitles {
  private readonly laws: ReadonlyMap<string, Law>;

  constructor(directories: DirectoriesConfig) {
    this.laws = readLaws(join(directories.configDir, 'law'));
  }

  /** A law that is not in the catalogue is cited by its key, so that nobody is misled. */
  cite(reference: string, language: Language): string {
    const [key = reference, article] = reference.split('#');
    const title = this.laws.get(key)?.title[language];
    if (title === undefined) return reference;
    return language === 'zh' ? citeChinese(title, article) : citeEnglish(title, article);
  }

  /** Every reference that a deadline may carry. */
  all(language: Language): Citation[] {
    return [...this.laws].flatMap(([key, law]) => [
      { reference: key, citation: this.cite(key, language), text: null },
      ...[...law.articles].map(([article, text]) => {
        const reference = `${key}#${article}`;
        return { reference, citation: this.cite(reference, language), text: text[language] };
      }),
    ]);
  }
}

/** Title and what stands in brackets behind it: issuer's number or date. */
const TITLE = /^(.*?)([(\uff08].*[)\uff09])?$/s;
const ARTICLE_NUMBER = /^\d+$/;

function citeChinese(title: string, article: string | undefined): string {
  const [, name = title, note = ''] = TITLE.exec(title) ?? [];
  const law = `《${name}》${note.replace('(', '（').replace(')', '）')}`;
  if (article === undefined) return law;
  return ARTICLE_NUMBER.test(article) ? `${law}第${article}条` : `${law}第${article}项`;
}

function citeEnglish(title: string, article: string | undefined): string {
  return article === undefined ? title : `${title}, art. ${article}`;
}

function readLaws(directory: string): ReadonlyMap<string, Law> {
  if (!existsSync(directory)) return new Map();
  const files = readdirSync(directory).filter((name) => name.endsWith('.yaml'));
  return new Map(files.flatMap((name) => entriesOf(parse(readFileSync(join(directory, name), 'utf8')))));
}

/** `laws: { <key>: { title: { zh, en }, articles: { <n>: { zh, en } } } }`; entries of another form are left to the lint of config/law. */
function entriesOf(file: unknown): [string, Law][] {
  const laws = memberOf(file, 'laws');
  if (typeof laws !== 'object' || laws === null) return [];
  return Object.entries(laws).flatMap(([key, entry]) => {
    const title = titleOf(memberOf(entry, 'title'));
    return title ? [[key, { title, articles: articlesOf(entry) }] satisfies [string, Law]] : [];
  });
}

function articlesOf(entry: unknown): ReadonlyMap<string, LawTitle> {
  const articles = memberOf(entry, 'articles');
  if (typeof articles !== 'object' || articles === null) return new Map();
  return new Map(
    Object.entries(articles).flatMap(([article, value]) => {
      const text = titleOf(value);
      return text ? [[article, text] as const] : [];
    }),
  );
}

function titleOf(value: unknown): LawTitle | null {
  if (typeof value === 'string') return { zh: value, en: value };
  const zh = memberOf(value, 'zh');
  const en = memberOf(value, 'en');
  return typeof zh === 'string' ? { zh, en: typeof en === 'string' ? en : zh } : null;
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
