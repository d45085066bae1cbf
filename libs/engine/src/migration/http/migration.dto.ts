import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { DEFAULT_POLICY, TIMER_POLICIES, type TimerPolicy } from '../timer.policy.js';

const NEWEST = 1_000_000;

/** Body of 换版试算. */
export class MigrationDto {
  @ApiProperty({ description: 'Version that runs' })
  @IsInt()
  @Min(1)
  @Max(NEWEST)
  from!: number;

  @ApiProperty({ description: 'Version that shall run' })
  @IsInt()
  @Min(1)
  @Max(NEWEST)
  to!: number;

  @ApiPropertyOptional({
    enum: TIMER_POLICIES,
    default: DEFAULT_POLICY,
    description: 'What happens to running deadlines',
  })
  @IsOptional()
  @IsIn(TIMER_POLICIES)
  timers: TimerPolicy = DEFAULT_POLICY;
}

/** Body of 换版. */
export class MigrationOrderDto extends MigrationDto {
  @ApiProperty({ description: '换版理由' })
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  reason!: string;
}

/** Body of 撤销换版. */
export class UndoMigrationDto {
  @ApiProperty({ description: '撤销理由' })
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  reason!: string;
}
