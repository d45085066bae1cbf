import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { PageQuery } from '#libs/platform';

export class NoticeQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only notices of that kind', example: 'consultation-notice' })
  @IsOptional()
  @Matches(/^[a-z][a-z-]{0,47}$/)
  kind?: string;
}
