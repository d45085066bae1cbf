import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';

/** What an officer enters to begin a project; the amount in fen. */
export class StartProjectDto {
  @ApiProperty({ minLength: 2, maxLength: 120 })
  @IsString()
  @MinLength(2)
  @MaxLength(120)
  title!: string;

  @ApiPropertyOptional({ description: 'Township code, 9 digits, within the purchaser’s division' })
  @IsOptional()
  @Matches(/^\d{9}$/)
  township?: string;

  @ApiPropertyOptional({ description: 'Village code, 12 digits, within the township' })
  @IsOptional()
  @Matches(/^\d{12}$/)
  village?: string;

  @ApiProperty({ description: 'One of GET /api/v1/methods' })
  @IsString()
  @MaxLength(60)
  method!: string;

  @ApiProperty({ minimum: 1, description: 'fen' })
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  plannedAmount!: number;
}

/** What was begun. */
export class StartedProjectView {
  @ApiProperty()
  id!: number;

  @ApiProperty()
  instanceId!: number;

  @ApiProperty({ type: [Number] })
  openedTasks!: readonly number[];
}
