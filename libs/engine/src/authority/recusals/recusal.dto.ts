import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { RECUSAL_SUBJECTS, type RecusalSubject } from './recusal.js';

/** Body of 申报回避. */
export class RecusalDto {
  @ApiPropertyOptional({ description: 'Who has the conflict; the caller when left out' })
  @IsOptional()
  @IsInt()
  @Min(1)
  userId?: number;

  @ApiProperty({ enum: RECUSAL_SUBJECTS, description: 'With one case, an organisation, or a person who takes part' })
  @IsIn(RECUSAL_SUBJECTS)
  subjectKind!: RecusalSubject;

  @ApiProperty()
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  subjectId!: number;

  @ApiProperty({ description: '回避事由' })
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  reason!: string;
}

/** Body of 解除回避. */
export class LiftRecusalDto {
  @ApiProperty({ description: '解除理由' })
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  because!: string;
}

/** A recusal as the client shows it. */
export class RecusalView {
  @ApiProperty() id!: number;
  @ApiProperty() userId!: number;
  @ApiProperty({ enum: RECUSAL_SUBJECTS }) subjectKind!: RecusalSubject;
  @ApiProperty() subjectId!: number;
  @ApiProperty() reason!: string;
  @ApiProperty() declaredBy!: number;
  @ApiProperty({ type: String, format: 'date-time' }) declaredAt!: Date;
  @ApiProperty({ type: Number, nullable: true }) liftedBy!: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) liftedAt!: Date | null;
  @ApiProperty({ type: String, nullable: true }) liftedBecause!: string | null;
}
