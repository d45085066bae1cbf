import type { Bundle } from '../definitions/bundle.js';
import { type Language, titleIn } from '../language/language.js';

/** 办理时限: the deadline that every task has, which no parameter names. */
const DUE = { zh: '办理时限', en: 'Time for the task' } as const;

/** What people call a deadline: the title of its parameter. */
export function deadlineTitleIn(language: Language, bundle: Bundle | undefined, deadline: string): string {
  if (deadline === 'due') return DUE[language];
  return titleIn(language, bundle?.compiled.definition.parameters[deadline]?.title, deadline);
}
