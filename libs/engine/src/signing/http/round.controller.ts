import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { ByRecord, type Caller, CurrentCaller } from '#libs/identity';
import { RecordIdPipe } from '#libs/platform';
import { InLanguage } from '../../http/language.param.js';
import type { Language } from '../../language/language.js';
import { PeopleFinder, type PersonView } from '../people.finder.js';
import { RoundReader, type RoundView } from '../round.reader.js';
import { ChoiceAnswer, RoundAnswer } from './round.answer.js';

/** Whom to look for. */
export class ColleagueQuery {
  @ApiPropertyOptional({ description: 'Part of the name' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  search?: string;
}

/** Who signs a task, and whom one may ask. */
@ApiTags('tasks')
@ApiBearerAuth()
@Controller('tasks/:id')
@ByRecord()
export class RoundController {
  constructor(
    private readonly rounds: RoundReader,
    private readonly people: PeopleFinder,
  ) {}

  @Get('round')
  @ApiOkResponse({ type: RoundAnswer })
  round(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) taskId: number,
    @InLanguage() language: Language,
  ): Promise<RoundView> {
    return this.rounds.read(caller, taskId, language);
  }

  @Get('successors')
  @ApiOkResponse({ type: [ChoiceAnswer] })
  successors(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) taskId: number,
  ): Promise<readonly PersonView[]> {
    return this.people.successors(caller, taskId);
  }

  @Get('colleagues')
  @ApiOkResponse({ type: [ChoiceAnswer] })
  colleagues(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) taskId: number,
    @Query() { search = '' }: ColleagueQuery,
  ): Promise<readonly PersonView[]> {
    return this.people.colleagues(caller, taskId, search);
  }
}
