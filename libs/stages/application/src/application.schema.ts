import type { LibrarySchema } from '#libs/platform';
import { DecisionEntity } from './decision/decision.entity.js';
import { CreateApplication1767226500000 } from './migrations/1767226500000-create-application.migration.js';
import { NeedEntity } from './need/need.entity.js';
import { NeedAnswerEntity } from './need/need-answer.entity.js';
import { NeedNumberEntity } from './need/need-number.entity.js';
import { OpinionEntity } from './opinion/opinion.entity.js';

/** Records of the application stage: all are added to and never changed. */
export const applicationSchema: LibrarySchema = {
  entities: [NeedEntity, NeedAnswerEntity, NeedNumberEntity, OpinionEntity, DecisionEntity],
  migrations: [CreateApplication1767226500000],
  appendOnly: [
    'application_need',
    'application_need_answer',
    'application_need_number',
    'application_opinion',
    'application_decision',
  ],
};
