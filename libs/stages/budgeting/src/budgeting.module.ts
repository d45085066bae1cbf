import { Module } from '@nestjs/common';
import { EngineModule } from '#libs/engine';
import { IdentityModule } from '#libs/identity';
import { ProjectsModule } from '#libs/projects';
import { BudgetRecorder } from './budget/budget.recorder.js';
import { BudgetRepository } from './budget/budget.repository.js';
import { RecordBudgetEffect } from './effects/record-budget.effect.js';
import { RecordBudgetOpinionEffect } from './effects/record-budget-opinion.effect.js';
import { RecordReleaseEffect } from './effects/record-release.effect.js';
import { RecordReviewEffect } from './effects/record-review.effect.js';
import { SignOffBudgetEffect } from './effects/sign-off-budget.effect.js';
import { OpinionRecorder } from './opinion/opinion.recorder.js';
import { BudgetController } from './record/budget.controller.js';
import { BudgetReader } from './record/budget.reader.js';
import { ReviewRecorder } from './review/review.recorder.js';
import { SignOffRecorder } from './sign-off/sign-off.recorder.js';

const EFFECTS = [
  RecordBudgetEffect,
  RecordBudgetOpinionEffect,
  RecordReleaseEffect,
  RecordReviewEffect,
  SignOffBudgetEffect,
];

/** 预算编制: the budget, what finance grants of it, and its documents. */
@Module({
  imports: [EngineModule, IdentityModule, ProjectsModule],
  controllers: [BudgetController],
  providers: [
    BudgetReader,
    BudgetRecorder,
    BudgetRepository,
    OpinionRecorder,
    ReviewRecorder,
    SignOffRecorder,
    ...EFFECTS,
  ],
})
export class BudgetingModule {}
