import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import type { CasePowersView, JumpTarget, SuspensionCause } from '../case.powers.js';
import { INTERVENTION_STATUSES, type InterventionStatus } from '../intervention.book.js';
import { INTERVENTIONS, type InterventionKind } from '../intervention.js';

/** Body of 撤销. */
export class CancelDto {
  @ApiProperty({ description: '撤销原因' })
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  reason!: string;
}

/** Body of a request for an intervention. */
export class ProposeDto extends CancelDto {
  @ApiProperty({ enum: INTERVENTIONS })
  @IsIn(INTERVENTIONS)
  kind!: InterventionKind;

  @ApiPropertyOptional({ description: '跳转: instance of the case; its own process when unset' })
  @IsOptional()
  @IsInt()
  @Min(1)
  instance?: number;

  @ApiPropertyOptional({ description: '跳转: state to enter' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  state?: string;

  @ApiPropertyOptional({ description: '挂起、激活: law key of the cause' })
  @IsOptional()
  @Matches(/^[a-z0-9][a-z0-9.#-]{0,79}$/)
  cause?: string;
}

/** Body of the second person's answer. */
export class RemarkDto {
  @ApiProperty({ description: '确认或驳回的说明' })
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  remark!: string;
}

/** Path of one intervention. */
export class InterventionPath {
  @ApiProperty()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  id!: number;

  @ApiProperty()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  intervention!: number;
}

/** An intervention that was asked for. */
export class InterventionAnswer {
  @ApiProperty()
  id!: number;

  @ApiProperty({ enum: INTERVENTIONS })
  kind!: InterventionKind;

  @ApiProperty({ type: 'object', additionalProperties: true })
  wanted!: object;

  @ApiProperty()
  reason!: string;

  @ApiProperty({ enum: INTERVENTION_STATUSES })
  status!: InterventionStatus;

  @ApiProperty({ description: 'Name of who asked' })
  proposedBy!: string;

  @ApiProperty({ type: 'string', format: 'date-time' })
  proposedAt!: Date;

  @ApiProperty({ type: String, nullable: true, description: 'Name of the second person' })
  decidedBy!: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  decidedAt!: Date | null;

  @ApiProperty({ type: String, nullable: true })
  remark!: string | null;
}

/** Number under which an intervention waits for the second person. */
export class ProposedAnswer {
  @ApiProperty()
  id!: number;
}

/** A state to which 跳转 could be asked for. */
export class JumpTargetAnswer implements JumpTarget {
  @ApiProperty({ description: 'Instance' }) instance!: number;
  @ApiProperty({ description: 'Title of its process' }) process!: string;
  @ApiProperty() state!: string;
  @ApiProperty() title!: string;
}

/** A law for which the case may stand still. */
export class SuspensionCauseAnswer implements SuspensionCause {
  @ApiProperty({ description: 'Law key with its article' }) reference!: string;
  @ApiProperty() citation!: string;
}

/** What the caller could do with the case as a whole. */
export class CasePowersAnswer implements CasePowersView {
  @ApiProperty({ description: '撤销' })
  cancel!: boolean;

  @ApiProperty({ description: '催办' })
  urge!: boolean;

  @ApiProperty({ enum: INTERVENTIONS, isArray: true, description: '干预 that the caller may ask for or decide' })
  interventions!: InterventionKind[];

  @ApiProperty({ type: [JumpTargetAnswer] })
  jumps!: JumpTargetAnswer[];

  @ApiProperty({ type: [SuspensionCauseAnswer], description: '挂起: causes that the deadlines of the case list' })
  causes!: SuspensionCauseAnswer[];
}
