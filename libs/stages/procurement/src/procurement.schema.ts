import type { LibrarySchema } from '#libs/platform';
import { AwardEntity } from './award/award.entity.js';
import { CreateProcurement1767226700000 } from './migrations/1767226700000-create-procurement.migration.js';
import { CriterionEntity } from './need/criterion.entity.js';
import { NeedEntity } from './need/need.entity.js';
import { PanelMemberEntity } from './panel/panel-member.entity.js';
import { ResponseEntity } from './response/response.entity.js';
import { RoundEntity } from './round/round.entity.js';
import { ScoreEntity } from './score/score.entity.js';

export const procurementSchema: LibrarySchema = {
  entities: [NeedEntity, CriterionEntity, RoundEntity, ResponseEntity, PanelMemberEntity, ScoreEntity, AwardEntity],
  migrations: [CreateProcurement1767226700000],
  appendOnly: ['procurement_need', 'procurement_criterion', 'procurement_response', 'procurement_score'],
};
