import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsDate,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  registerDecorator,
  type ValidationOptions,
} from 'class-validator';
import { PageQuery } from '#libs/platform';
import { ROOT_STATUSES, type RootStatus } from '../../instances/case.rows.js';
import { CASE_BOXES, type CaseBox, TASK_BOXES, type TaskBox } from '../box.js';
import type { InboxFilter } from '../inbox.filter.js';
import { SHORTEST_TERM, termsOf } from '../title.gram.js';

const LONGEST_TEXT = 80;

/** Words of a title: one character alone is in nearly every title, and in no index. */
function AreTerms(options?: ValidationOptions): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'terms',
      target: target.constructor,
      propertyName: String(property),
      options: { message: 'each word of $property must have at least 2 characters', ...options },
      validator: {
        validate: (value: unknown) =>
          typeof value === 'string' && termsOf(value).every((term) => [...term].length >= SHORTEST_TERM),
      },
    });
}

/** Filters that every box takes; all of those given must hold. */
export class InboxFilterDto extends PageQuery implements InboxFilter {
  @ApiPropertyOptional({ example: 'budgeting.standard' })
  @IsOptional()
  @IsString()
  @Matches(/^[A-Za-z0-9._-]{1,80}$/)
  process?: string;

  @ApiPropertyOptional({ example: 'budgeting' })
  @IsOptional()
  @IsString()
  @Matches(/^[A-Za-z0-9_-]{1,40}$/)
  stage?: string;

  @ApiPropertyOptional({ example: '5134', description: 'Division code; what lies inside it counts too' })
  @IsOptional()
  @IsString()
  @Matches(/^\d{2,12}$/)
  division?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Due then or later' })
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  dueAfter?: Date;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Due before then' })
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  dueBefore?: Date;

  @ApiPropertyOptional({ enum: ROOT_STATUSES, description: 'State of the case' })
  @IsOptional()
  @IsIn(ROOT_STATUSES)
  status?: RootStatus;

  @ApiPropertyOptional({ type: Boolean })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  overdue?: boolean;

  @ApiPropertyOptional({ description: 'Words of the title, each of at least 2 characters; all must occur' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  @AreTerms()
  text?: string;
}

/** Which box of tasks, narrowed how, which page. */
export class TaskBoxQuery extends InboxFilterDto {
  @ApiPropertyOptional({ enum: TASK_BOXES, default: 'todo' })
  @IsOptional()
  @IsIn(TASK_BOXES)
  box: TaskBox = 'todo';
}

/** Which box of cases, narrowed how, which page. */
export class CaseBoxPageQuery extends InboxFilterDto {
  @ApiPropertyOptional({ enum: CASE_BOXES, default: 'started' })
  @IsOptional()
  @IsIn(CASE_BOXES)
  box: CaseBox = 'started';
}

export function filterOf(query: InboxFilterDto): InboxFilter {
  const { process, stage, division, dueAfter, dueBefore, status, overdue, text } = query;
  return { process, stage, division, dueAfter, dueBefore, status, overdue, text };
}
