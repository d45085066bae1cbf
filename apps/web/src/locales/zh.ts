import { accountTexts } from './zh/account.js';
import { administrationTexts } from './zh/administration.js';
import { boxTexts } from './zh/boxes.js';
import { formTexts } from './zh/form.js';
import { historyTexts } from './zh/history.js';
import { operationTexts } from './zh/operations.js';
import { peopleTexts } from './zh/people.js';
import { projectTexts } from './zh/project.js';
import { receiptTexts } from './zh/receipts.js';
import { recordTexts } from './zh/record.js';
import { sendingTexts } from './zh/sending.js';
import { shellTexts } from './zh/shell.js';
import { waysBackTexts } from './zh/ways-back.js';
import { supervisionTexts } from './zh/supervision.js';
import { workTexts } from './zh/work.js';

/** Every text of the screens, in administrative Chinese. `en.ts` has the same keys by type. */
export const zh = {
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

type Widen<T> = T extends string
  ? string
  : T extends readonly string[]
    ? readonly string[]
    : T extends (...args: infer A) => string
      ? (...args: A) => string
      : { readonly [K in keyof T]: Widen<T[K]> };

export type Texts = Widen<typeof zh>;
