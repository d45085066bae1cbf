import type { LibrarySchema } from '#libs/platform';
import { BudgetEntity } from './budget/budget.entity.js';
import { BudgetLineEntity } from './budget/line.entity.js';
import { LineSourceEntity } from './budget/line-source.entity.js';
import { TargetEntity } from './budget/target.entity.js';
import { CreateBudgeting1767226600000 } from './migrations/1767226600000-create-budgeting.migration.js';
import { BudgetOpinionEntity } from './opinion/opinion.entity.js';
import { LineOpinionEntity } from './review/line-opinion.entity.js';
import { ReviewedSourceEntity } from './review/reviewed-source.entity.js';
import { SignOffEntity } from './sign-off/sign-off.entity.js';

/** Records of the budgeting stage: all are added to and never changed. */
export const budgetingSchema: LibrarySchema = {
  entities: [
    BudgetEntity,
    BudgetLineEntity,
    LineSourceEntity,
    TargetEntity,
    BudgetOpinionEntity,
    LineOpinionEntity,
    ReviewedSourceEntity,
    SignOffEntity,
  ],
  migrations: [CreateBudgeting1767226600000],
  appendOnly: [
    'budgeting_budget',
    'budgeting_line',
    'budgeting_line_source',
    'budgeting_target',
    'budgeting_opinion',
    'budgeting_line_opinion',
    'budgeting_reviewed_source',
    'budgeting_sign_off',
  ],
};
