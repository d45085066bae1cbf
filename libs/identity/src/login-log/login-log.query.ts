import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { PageQuery } from '#libs/platform';
import { LOGIN_OUTCOMES, type LoginOutcome } from '../session/login-log.entity.js';

/** Which entries of the login log. */
export class LoginLogQuery extends PageQuery {
  @ApiPropertyOptional({ maxLength: 64, description: 'As it was typed' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  login?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  userId?: number;

  @ApiPropertyOptional({ enum: LOGIN_OUTCOMES, enumName: 'LoginOutcome' })
  @IsOptional()
  @IsIn(LOGIN_OUTCOMES)
  outcome?: LoginOutcome;

  @ApiPropertyOptional({ maxLength: 45 })
  @IsOptional()
  @IsString()
  @MaxLength(45)
  ip?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Not before' })
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Before' })
  @IsOptional()
  @IsISO8601({ strict: true })
  to?: string;
}
