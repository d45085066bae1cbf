import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { IsInt, IsObject, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import { ByRecord, type Caller, CurrentCaller } from '#libs/identity';
import type { JsonObject } from '#libs/kernel';
import { RecordIdPipe } from '#libs/platform';
import { type Draft, DraftBook } from '../draft.book.js';

/** Body of 暂存. */
export class DraftDto {
  @ApiProperty({ description: 'Version of the draft that the caller saw; 0 for a draft that begins' })
  @IsInt()
  @Min(0)
  version!: number;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'APPROVE' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  event?: string | null;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'At most 64 KiB' })
  @IsObject()
  form!: JsonObject;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  comment?: string;
}

export class DraftAnswer {
  @ApiProperty({ description: '0 where nothing is stored' }) version!: number;
  @ApiProperty({ type: String, nullable: true }) event!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true }) form!: Record<string, unknown>;
  @ApiProperty() comment!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) changedAt!: Date | null;
}

/** 暂存: each person's own draft of a task. */
@ApiTags('tasks')
@ApiBearerAuth()
@Controller('tasks/:id/draft')
@ByRecord()
export class DraftsController {
  constructor(private readonly drafts: DraftBook) {}

  @Get()
  @ApiOkResponse({ type: DraftAnswer })
  read(@CurrentCaller() caller: Caller, @Param('id', RecordIdPipe) id: number): Promise<Draft> {
    return this.drafts.read(caller, id);
  }

  @Put()
  @ApiOkResponse({ type: DraftAnswer })
  save(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Body() { version, event, form, comment }: DraftDto,
  ): Promise<Draft> {
    return this.drafts.save(caller, id, { version, event: event ?? null, form, comment: comment ?? '' });
  }

  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  discard(@CurrentCaller() caller: Caller, @Param('id', RecordIdPipe) id: number): Promise<void> {
    return this.drafts.discard(caller, id);
  }
}
