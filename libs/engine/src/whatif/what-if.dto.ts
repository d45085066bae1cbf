import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';

/** Longer than any definition that a person can answer for. */
const SOURCE_LENGTH = 512 * 1024;

/** Body of 试算. */
export class WhatIfDto {
  @ApiProperty({ description: 'The new definition in YAML' })
  @IsString()
  @MinLength(1)
  @MaxLength(SOURCE_LENGTH)
  source!: string;

  @ApiPropertyOptional({ type: [Number], description: 'Only these cases; the newest ones where none is named' })
  @IsOptional()
  @ArrayMaxSize(500)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(Number.MAX_SAFE_INTEGER, { each: true })
  roots?: number[];
}
