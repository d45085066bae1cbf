import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsNumber, IsOptional, Max, Min } from 'class-validator';

const DAY_A_SECOND = 86_400;

export class SetClockDto {
  @ApiProperty({ format: 'date-time', example: '2026-01-05T01:00:00.000Z' })
  @IsISO8601({ strict: true, strictSeparator: true })
  at!: string;

  @ApiPropertyOptional({ default: 0, minimum: 0, maximum: DAY_A_SECOND, description: '1 real speed, 0 stands still' })
  @IsOptional()
  @IsNumber({ allowInfinity: false, allowNaN: false })
  @Min(0)
  @Max(DAY_A_SECOND)
  rate: number = 0;
}
