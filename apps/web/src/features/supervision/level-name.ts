import type { Texts } from '../../locales/zh.js';

/** Levels are words of the configuration: one that has no name here is shown as it is. */
export function levelName(level: string, texts: Texts['supervision']): string {
  const names: Readonly<Record<string, string>> = texts.levels;
  return names[level] ?? level;
}
