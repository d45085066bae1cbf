import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { JsonObject } from '#libs/kernel';
import { CommandAnswer } from '../../http/command.answer.js';
import type { BulkItem } from '../bulk-act.command.js';

const MAX_ITEMS = 100;

/** One task of a bulk. */
export class BulkItemDto implements BulkItem {
  @ApiProperty()
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  task!: number;

  @ApiProperty({ description: 'Version of the task that the caller saw' })
  @IsInt()
  @Min(1)
  version!: number;

  @ApiProperty({ example: 'APPROVE' })
  @IsString()
  @MaxLength(64)
  event!: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @IsOptional()
  @IsObject()
  form?: JsonObject;

  @ApiPropertyOptional({ description: '办理意见' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  comment?: string;
}

/** Body of 批量办理. */
export class BulkDto {
  @ApiProperty({ type: [BulkItemDto], minItems: 1, maxItems: MAX_ITEMS, description: 'Each task once' })
  @ValidateNested({ each: true })
  @Type(() => BulkItemDto)
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_ITEMS)
  @ArrayUnique((item: BulkItemDto) => item.task)
  items!: BulkItemDto[];
}

export class FieldProblemAnswer {
  @ApiProperty() field!: string;
  @ApiProperty() rule!: string;
  @ApiProperty() zh!: string;
  @ApiProperty() en!: string;
}

export class BulkRefusalAnswer {
  @ApiProperty() code!: string;
  @ApiProperty() zh!: string;
  @ApiProperty() en!: string;
  @ApiProperty({ type: [FieldProblemAnswer] }) errors!: FieldProblemAnswer[];
}

/** What became of one task of a bulk. */
export class BulkOutcomeAnswer {
  @ApiProperty() task!: number;
  @ApiProperty() ok!: boolean;
  @ApiProperty({ type: CommandAnswer, nullable: true }) answer!: CommandAnswer | null;
  @ApiProperty({ type: BulkRefusalAnswer, nullable: true }) refusal!: BulkRefusalAnswer | null;
}
