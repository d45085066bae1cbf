import { PageQuery } from '#libs/platform';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { PROJECT_STATUSES, type ProjectStatus } from './project.entity.js';

/** Which projects a list shows. */
export class ProjectQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Stage in which the project stands' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  stage?: string;

  @ApiPropertyOptional({ enum: PROJECT_STATUSES })
  @IsOptional()
  @IsIn(PROJECT_STATUSES)
  status?: ProjectStatus;
}
