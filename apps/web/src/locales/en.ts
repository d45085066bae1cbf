import { formTexts } from './en/form.js';
import { projectTexts } from './en/project.js';
import { shellTexts } from './en/shell.js';
import { workTexts } from './en/work.js';
import type { Texts } from './zh.js';

export const en: Texts = { ...shellTexts, ...workTexts, ...projectTexts, ...formTexts };
