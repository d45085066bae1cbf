import type { LibrarySchema } from '#libs/platform';
import { AcceptanceEntity } from './acceptance/acceptance.entity.js';
import { AcceptanceItemEntity } from './acceptance/acceptance-item.entity.js';
import { CreateEvaluation1767226900000 } from './migrations/1767226900000-create-evaluation.migration.js';
import { SelfReportEntity } from './report/self-report.entity.js';
import { ResultEntity } from './result/result.entity.js';
import { IndicatorScoreEntity } from './score/indicator-score.entity.js';
import { SurveyEntity } from './survey/survey.entity.js';

export const evaluationSchema: LibrarySchema = {
  entities: [
    SelfReportEntity,
    SurveyEntity,
    AcceptanceEntity,
    AcceptanceItemEntity,
    IndicatorScoreEntity,
    ResultEntity,
  ],
  migrations: [CreateEvaluation1767226900000],
  appendOnly: [
    'evaluation_self_report',
    'evaluation_survey',
    'evaluation_acceptance',
    'evaluation_acceptance_item',
    'evaluation_indicator_score',
  ],
};
