import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ByRecord, type Caller, CurrentCaller, SignedIn } from '#libs/identity';
import { type Page, RecordIdPipe } from '#libs/platform';
import { CommandAnswer } from '../../http/command.answer.js';
import { InLanguage } from '../../http/language.param.js';
import { Frame, type RequestFrame } from '../../http/request.frame.js';
import type { CommandResult } from '../../instances/case.transaction.js';
import type { Language } from '../../language/language.js';
import { CloseSupervisionCommand } from '../close-supervision.command.js';
import { type SupervisionDetail, SupervisionDetails } from '../supervision.detail.js';
import { type SupervisionItem, SupervisionReader } from '../supervision.reader.js';
import { UrgeSupervisedCommand } from '../urge-supervised.command.js';
import { SupervisionDetailAnswer, SupervisionPage } from './supervision.answer.js';
import { SupervisionListQuery, SupervisionReasonDto, UrgeSupervisedDto } from './supervision.dto.js';

/** 督办件. */
@ApiTags('supervision')
@ApiBearerAuth()
@Controller('supervisions')
@ByRecord()
export class SupervisionsController {
  constructor(
    private readonly reader: SupervisionReader,
    private readonly details: SupervisionDetails,
    private readonly urging: UrgeSupervisedCommand,
    private readonly closing: CloseSupervisionCommand,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: '督办件列表', description: 'What the caller supervises, or is supervised for' })
  @ApiOkResponse({ type: SupervisionPage })
  list(
    @CurrentCaller() caller: Caller,
    @Query() { side, status, limit, after }: SupervisionListQuery,
    @InLanguage() language: Language,
  ): Promise<Page<SupervisionItem>> {
    return this.reader.list(caller, { side, status, limit, after, language });
  }

  @Get(':id')
  @ApiOkResponse({ type: SupervisionDetailAnswer })
  read(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @InLanguage() language: Language,
  ): Promise<SupervisionDetail> {
    return this.details.read(caller, id, language);
  }

  @Post(':id/urge')
  @HttpCode(200)
  @ApiOperation({ summary: '催办' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOkResponse({ type: CommandAnswer })
  urge(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) supervisionId: number,
    @Body() { comment = '' }: UrgeSupervisedDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.urging.execute({ caller, supervisionId, comment, ...frame });
  }

  @Post(':id/close')
  @HttpCode(200)
  @ApiOperation({ summary: '办结' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOkResponse({ type: CommandAnswer })
  close(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) supervisionId: number,
    @Body() { reason }: SupervisionReasonDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.closing.execute({ caller, supervisionId, reason, ...frame });
  }
}
