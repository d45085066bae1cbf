import { Module } from '@nestjs/common';
import { EngineModule } from '#libs/engine';
import { IdentityModule } from '#libs/identity';
import { PublishResultEffect } from './effects/publish-result.effect.js';
import { RecordAcceptanceEffect } from './effects/record-acceptance.effect.js';
import { RecordGradeEffect } from './effects/record-grade.effect.js';
import { RecordScoresEffect } from './effects/record-scores.effect.js';
import { RecordSelfReportEffect } from './effects/record-self-report.effect.js';
import { RecordSurveyEffect } from './effects/record-survey.effect.js';
import { EvaluationController } from './record/evaluation.controller.js';
import { EvaluationReader } from './record/evaluation.reader.js';
import { ScoreTotalView } from './views/score-total.view.js';

@Module({
  imports: [IdentityModule, EngineModule],
  controllers: [EvaluationController],
  providers: [
    EvaluationReader,
    RecordSelfReportEffect,
    RecordSurveyEffect,
    RecordAcceptanceEffect,
    RecordScoresEffect,
    RecordGradeEffect,
    PublishResultEffect,
    ScoreTotalView,
  ],
})
export class EvaluationModule {}
