import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsOptional, Max, Min } from 'class-validator';
import { PageQuery } from '#libs/platform';
import { type Operation, OPERATIONS, SUBJECT_KINDS, type SubjectKind } from './operation-log.entity.js';

/** Which entries of a log of administration. */
export class LogQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Who did it' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  actorId?: number;

  @ApiPropertyOptional({ description: 'To whom or what' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  subjectId?: number;

  @ApiPropertyOptional({ format: 'date-time', description: 'Not before' })
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Before' })
  @IsOptional()
  @IsISO8601({ strict: true })
  to?: string;
}

/** Which entries of the operation log. */
export class OperationQuery extends LogQuery {
  @ApiPropertyOptional({ enum: OPERATIONS, enumName: 'Operation' })
  @IsOptional()
  @IsIn(OPERATIONS)
  operation?: Operation;

  @ApiPropertyOptional({ enum: SUBJECT_KINDS, enumName: 'SubjectKind' })
  @IsOptional()
  @IsIn(SUBJECT_KINDS)
  subjectKind?: SubjectKind;
}
