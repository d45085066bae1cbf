export { BudgetingModule } from './budgeting.module.js';
export { budgetingSchema } from './budgeting.schema.js';
