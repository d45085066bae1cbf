import { ApiProperty } from '@nestjs/swagger';
import { ROUND_STATUSES, type RoundStatus } from '../round/round.entity.js';

export class CriterionView {
  @ApiProperty()
  name!: string;

  @ApiProperty()
  points!: number;
}

/** 采购需求 */
export class ProcurementNeedView {
  @ApiProperty()
  serviceContent!: string;

  @ApiProperty()
  serviceStandard!: string;

  @ApiProperty()
  qualification!: string;

  @ApiProperty()
  periodMonths!: number;

  @ApiProperty({ description: 'Fen' })
  ceilingPrice!: number;

  @ApiProperty({ description: 'Points of the price' })
  priceWeight!: number;

  @ApiProperty({ type: [CriterionView] })
  criteria!: CriterionView[];
}

/** 采购活动 */
export class RoundView {
  @ApiProperty()
  instanceId!: number;

  @ApiProperty()
  rootId!: number;

  @ApiProperty()
  number!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ description: 'Fen' })
  ceilingPrice!: number;

  @ApiProperty({ enum: ROUND_STATUSES })
  status!: RoundStatus;

  @ApiProperty({ type: String, format: 'date-time' })
  announcedAt!: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  openedAt!: Date | null;
}

/** A response after the opening; scores in hundredths of a point, null before the panel has scored. */
export class ResponseView {
  @ApiProperty()
  id!: number;

  @ApiProperty()
  organisationId!: number;

  @ApiProperty()
  organisation!: string;

  @ApiProperty({ description: 'Fen' })
  price!: number;

  @ApiProperty({ type: Number, nullable: true })
  quality!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  priceScore!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  total!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Place in the ranking' })
  place!: number | null;
}

/** 成交 */
export class AwardView {
  @ApiProperty()
  organisationId!: number;

  @ApiProperty()
  organisation!: string;

  @ApiProperty()
  candidate!: number;

  @ApiProperty({ description: 'Fen' })
  price!: number;

  @ApiProperty({ description: 'The purchaser let the period pass' })
  isSilent!: boolean;

  @ApiProperty({ type: String, format: 'date-time' })
  awardedAt!: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  revokedAt!: Date | null;
}

/** What the procurement of a project has brought so far; sealed parts are empty until they may be read. */
export class ProcurementView {
  @ApiProperty({ type: ProcurementNeedView, nullable: true })
  need!: ProcurementNeedView | null;

  @ApiProperty({ type: RoundView, nullable: true })
  round!: RoundView | null;

  @ApiProperty({ type: [ResponseView] })
  responses!: ResponseView[];

  @ApiProperty({ type: [String], description: 'Names of the experts; empty until the award' })
  panel!: string[];

  @ApiProperty({ type: [AwardView] })
  awards!: AwardView[];
}

/** An announced procurement as a possible supplier sees it. */
export class OpportunityView extends RoundView {
  @ApiProperty({ description: "The caller's organisation has responded" })
  hasResponded!: boolean;
}

/** A supplier's own response. */
export class OwnResponseView {
  @ApiProperty()
  id!: number;

  @ApiProperty()
  rootId!: number;

  @ApiProperty()
  title!: string;

  @ApiProperty({ description: 'Fen' })
  price!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  respondedAt!: Date;

  @ApiProperty({ enum: ROUND_STATUSES })
  roundStatus!: RoundStatus;
}
