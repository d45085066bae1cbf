import { accountTexts } from './en/account.js';
import { administrationTexts } from './en/administration.js';
import { boxTexts } from './en/boxes.js';
import { formTexts } from './en/form.js';
import { historyTexts } from './en/history.js';
import { operationTexts } from './en/operations.js';
import { peopleTexts } from './en/people.js';
import { projectTexts } from './en/project.js';
import { receiptTexts } from './en/receipts.js';
import { recordTexts } from './en/record.js';
import { sendingTexts } from './en/sending.js';
import { shellTexts } from './en/shell.js';
import { waysBackTexts } from './en/ways-back.js';
import { supervisionTexts } from './en/supervision.js';
import { workTexts } from './en/work.js';
import type { Texts } from './zh.js';

export const en: Texts = {
  ...shellTexts,
  ...workTexts,
  ...boxTexts,
  ...projectTexts,
  ...formTexts,
  ...historyTexts,
  ...recordTexts,
  ...accountTexts,
  ...administrationTexts,
  ...operationTexts,
  ...peopleTexts,
  ...receiptTexts,
  ...sendingTexts,
  ...waysBackTexts,
  ...supervisionTexts,
};
