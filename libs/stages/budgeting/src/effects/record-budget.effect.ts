import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { budgetOf } from '../budget/budget.form.js';
import { BudgetRecorder } from '../budget/budget.recorder.js';

@Injectable()
@HandlesEffect('budgeting.recordBudget')
export class RecordBudgetEffect implements EffectHandler {
  constructor(private readonly budgets: BudgetRecorder) {}

  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    await this.budgets.record(context, budgetOf(input.nested('budget')), input.integer('limit'));
  }
}
