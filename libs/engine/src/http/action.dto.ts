import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsDate,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import type { JsonObject } from '#libs/kernel';

/** 补录: something done earlier is entered now. */
export class LateEntryDto {
  @ApiProperty({ type: String, format: 'date-time', description: 'When it was really done' })
  @Type(() => Date)
  @IsDate()
  at!: Date;

  @ApiProperty({ description: '补录原因' })
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  reason!: string;

  @ApiProperty({ description: 'Attachment that shows it' })
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  document!: number;
}

/** Body of an action on a task. */
export class ActionDto {
  @ApiProperty({ description: 'Version of the task that the caller saw' })
  @IsInt()
  @Min(1)
  version!: number;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: 'The form, as its JSON Schema asks' })
  @IsOptional()
  @IsObject()
  form?: JsonObject;

  @ApiPropertyOptional({ description: '办理意见' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  comment?: string;

  @ApiPropertyOptional({ type: LateEntryDto, description: 'Where the definition allows it' })
  @IsOptional()
  @ValidateNested()
  @Type(() => LateEntryDto)
  lateEntry?: LateEntryDto;
}

/** Body of an event that needs no task. */
export class EventDto {
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @IsOptional()
  @IsObject()
  form?: JsonObject;
}

/** Body of 退回. */
export class ReturnDto {
  @ApiProperty()
  @IsInt()
  @Min(1)
  version!: number;

  @ApiProperty({ description: 'State of an earlier step' })
  @IsString()
  @MaxLength(200)
  to!: string;

  @ApiProperty({ description: '退回原因' })
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  comment!: string;
}

/** Body of 撤回. */
export class WithdrawDto {
  @ApiProperty({ description: '撤回原因' })
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  comment!: string;
}

/** Path of an action on a task. */
export class TaskActionPath {
  @ApiProperty()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  id!: number;

  @ApiProperty({ example: 'APPROVE' })
  @IsString()
  @MaxLength(64)
  event!: string;
}
