import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsDay, PageQuery } from '#libs/platform';
import { BOARD_LEVELS, type BoardLevel } from '../board/board.reader.js';
import { LATE_BUCKETS, type LateBucket } from '../board/late.bucket.js';
import { SUPERVISION_SIDES, type SupervisionSide } from '../supervision.reader.js';
import { SUPERVISION_STATUSES, type SupervisionStatus } from '../supervision.js';

const LONGEST_REASON = 500;
const MOST_FILES = 10;

export class SupervisionListQuery extends PageQuery {
  @ApiPropertyOptional({ enum: SUPERVISION_SIDES, default: 'given' })
  @IsOptional()
  @IsIn(SUPERVISION_SIDES)
  side: SupervisionSide = 'given';

  @ApiPropertyOptional({ enum: SUPERVISION_STATUSES, default: 'open' })
  @IsOptional()
  @IsIn(SUPERVISION_STATUSES)
  status: SupervisionStatus = 'open';
}

/** Body of 催办. */
export class UrgeSupervisedDto {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_REASON)
  comment?: string;
}

/** Body of 办结. */
export class SupervisionReasonDto {
  @ApiProperty({ minLength: 2, maxLength: LONGEST_REASON })
  @IsString()
  @Length(2, LONGEST_REASON)
  reason!: string;
}

/** Body of 改期. */
export class SetDueDateDto extends SupervisionReasonDto {
  @ApiProperty({ format: 'date', example: '2026-03-20', description: 'Last day on which the task is in time' })
  @IsDay()
  date!: string;
}

/** Body of 改派. */
export class ReassignDto extends SupervisionReasonDto {
  @ApiProperty({ description: 'Person of the organisation supervised' })
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  to!: number;

  @ApiPropertyOptional({ description: 'Whose part it is, where several sign' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  from?: number;
}

/** Body of 要求书面说明. */
export class AskExplanationDto {
  @ApiProperty({ minLength: 2, maxLength: 1000 })
  @IsString()
  @Length(2, 1000)
  question!: string;
}

/** Body of 书面说明. */
export class GiveExplanationDto {
  @ApiProperty({ minLength: 2, maxLength: 2000 })
  @IsString()
  @Length(2, 2000)
  answer!: string;

  @ApiPropertyOptional({ type: [Number], maxItems: MOST_FILES, description: 'Ids of uploaded attachments' })
  @IsOptional()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @ArrayMaxSize(MOST_FILES)
  @ArrayUnique()
  attachments?: number[];
}

export class BoardQuery {
  @ApiPropertyOptional({ enum: BOARD_LEVELS, default: 'county' })
  @IsOptional()
  @IsIn(BOARD_LEVELS)
  level: BoardLevel = 'county';
}

export class LateTaskListQuery extends PageQuery {
  @ApiPropertyOptional({ enum: LATE_BUCKETS, default: 'overdue' })
  @IsOptional()
  @IsIn(LATE_BUCKETS)
  bucket: LateBucket = 'overdue';

  @ApiPropertyOptional({ example: '5134', description: 'Division code; what lies inside it counts too' })
  @IsOptional()
  @Matches(/^\d{2,12}$/)
  division?: string;
}

/** Address of one explanation. */
export class ExplanationPath {
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
  explanation!: number;
}
