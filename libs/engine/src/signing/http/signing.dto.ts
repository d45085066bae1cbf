import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import type { JsonObject } from '#libs/kernel';

const MAX_SIGNERS = 50;

/** Body of 认领 and 放弃认领. */
export class SeatDto {
  @ApiPropertyOptional({ description: '说明' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  comment?: string;
}

/** Why: every change of who signs is told in the history. */
export class ReasonDto {
  @ApiProperty({ description: '原因' })
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  comment!: string;
}

/** Body of 转办 and 委派. */
export class HandOverDto extends ReasonDto {
  @ApiProperty({ description: 'User who takes it' })
  @IsInt()
  @Min(1)
  to!: number;
}

export const PLACINGS = ['before', 'after'] as const;

/** Body of 加签. */
export class AddSignersDto extends ReasonDto {
  @ApiProperty({ enum: PLACINGS, description: '前加签: they sign before the caller decides; 后加签: after' })
  @IsIn(PLACINGS)
  placing!: (typeof PLACINGS)[number];

  @ApiProperty({ type: [Number], maxItems: MAX_SIGNERS })
  @IsInt({ each: true })
  @Min(1, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_SIGNERS)
  @ArrayUnique()
  users!: number[];

  @ApiPropertyOptional({ description: 'What the caller decides; required with placing `after`', example: 'APPROVE' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  event?: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @IsOptional()
  @IsObject()
  form?: JsonObject;
}

/** Body of 减签. */
export class RemoveSignersDto extends ReasonDto {
  @ApiProperty({ type: [Number], description: 'Numbers of their seats in the round' })
  @IsInt({ each: true })
  @Min(1, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_SIGNERS)
  @ArrayUnique()
  seats!: number[];
}

export const OPINIONS = ['approve', 'reject'] as const;

/** Body of an opinion. */
export class OpinionDto {
  @ApiProperty({ enum: OPINIONS })
  @IsIn(OPINIONS)
  opinion!: (typeof OPINIONS)[number];

  @ApiProperty({ description: '意见' })
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  comment!: string;
}
