import { en } from './en.js';
import { useLanguage } from './language.js';
import { type Texts, zh } from './zh.js';

const TEXTS: Readonly<Record<'zh' | 'en', Texts>> = { zh, en };

export function useTexts(): Texts {
  return TEXTS[useLanguage()];
}

/** Titles from process definitions come as text or in both languages. */
export type Title = string | { readonly zh: string; readonly en?: string };

export function useTitle(): (title: Title | null | undefined) => string {
  const language = useLanguage();
  return (title) => titleIn(language, title);
}

function titleIn(language: 'zh' | 'en', title: Title | null | undefined): string {
  if (title === null || title === undefined) return '';
  if (typeof title === 'string') return title;
  return language === 'en' ? (title.en ?? title.zh) : title.zh;
}
