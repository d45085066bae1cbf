import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsInt, IsOptional, Max, Min } from 'class-validator';
import { SourceDto } from '../publishing/http/process.dto.js';

/** Body of 试算. */
export class WhatIfDto extends SourceDto {
  @ApiPropertyOptional({ type: [Number], description: 'Only these cases; the newest ones where none is named' })
  @IsOptional()
  @ArrayMaxSize(500)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(Number.MAX_SAFE_INTEGER, { each: true })
  roots?: number[];
}
