import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ByRecord, type Caller, CurrentCaller } from '#libs/identity';
import { RecordIdPipe } from '#libs/platform';
import { CommandAnswer } from '../../http/command.answer.js';
import { Frame, type RequestFrame } from '../../http/request.frame.js';
import type { CommandResult } from '../../instances/case.transaction.js';
import { AskExplanationCommand } from '../ask-explanation.command.js';
import { GiveExplanationCommand } from '../give-explanation.command.js';
import { ReassignSupervisedCommand } from '../reassign-supervised.command.js';
import { SetDueDateCommand } from '../set-due-date.command.js';
import {
  AskExplanationDto,
  ExplanationPath,
  GiveExplanationDto,
  ReassignDto,
  SetDueDateDto,
} from './supervision.dto.js';

/** 改期、改派、书面说明. */
@ApiTags('supervision')
@ApiBearerAuth()
@Controller('supervisions/:id')
@ByRecord()
export class SupervisionMeasuresController {
  constructor(
    private readonly rescheduling: SetDueDateCommand,
    private readonly reassigning: ReassignSupervisedCommand,
    private readonly asking: AskExplanationCommand,
    private readonly explaining: GiveExplanationCommand,
  ) {}

  @Post('due-date')
  @HttpCode(200)
  @ApiOperation({ summary: '改期' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOkResponse({ type: CommandAnswer })
  setDueDate(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) supervisionId: number,
    @Body() { date, reason }: SetDueDateDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.rescheduling.execute({ caller, supervisionId, date, reason, ...frame });
  }

  @Post('reassign')
  @HttpCode(200)
  @ApiOperation({ summary: '改派' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOkResponse({ type: CommandAnswer })
  reassign(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) supervisionId: number,
    @Body() { to, from, reason }: ReassignDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.reassigning.execute({ caller, supervisionId, to, from, reason, ...frame });
  }

  @Post('explanations')
  @HttpCode(200)
  @ApiOperation({ summary: '要求书面说明' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOkResponse({ type: CommandAnswer })
  ask(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) supervisionId: number,
    @Body() { question }: AskExplanationDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.asking.execute({ caller, supervisionId, question, ...frame });
  }

  @Post('explanations/:explanation/answer')
  @HttpCode(200)
  @ApiOperation({ summary: '提交书面说明' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOkResponse({ type: CommandAnswer })
  explain(
    @CurrentCaller() caller: Caller,
    @Param() { id, explanation }: ExplanationPath,
    @Body() { answer, attachments = [] }: GiveExplanationDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    const request = { caller, supervisionId: id, explanationId: explanation, answer, attachments };
    return this.explaining.execute({ ...request, ...frame });
  }
}
