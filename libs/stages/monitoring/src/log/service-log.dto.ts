import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, Length, Matches, Max, Min } from 'class-validator';
import { IsPlainDate } from './is-plain-date.decorator.js';
import { SERVICE_KINDS, type ServiceKind } from './service-log.entity.js';

const MINUTES_OF_A_DAY = 1440;

/** 服务日志 */
export class ServiceLogDto {
  @ApiProperty({ format: 'date', example: '2026-05-12' })
  @IsPlainDate()
  servedOn!: string;

  @ApiProperty({ enum: SERVICE_KINDS })
  @IsIn(SERVICE_KINDS)
  kind!: ServiceKind;

  @ApiProperty({ description: 'Village, 12 digits', example: '513431102201' })
  @Matches(/^\d{12}$/)
  villageCode!: string;

  @ApiProperty({ minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(100_000)
  people!: number;

  @ApiProperty({ minimum: 1, maximum: MINUTES_OF_A_DAY })
  @IsInt()
  @Min(1)
  @Max(MINUTES_OF_A_DAY)
  minutes!: number;

  @ApiProperty({ minLength: 2, maxLength: 4000 })
  @IsString()
  @Length(2, 4000)
  content!: string;
}
