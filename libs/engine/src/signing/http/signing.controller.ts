import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ByRecord, type Caller, CurrentCaller } from '#libs/identity';
import { RecordIdPipe } from '#libs/platform';
import { CommandAnswer } from '../../http/command.answer.js';
import { Frame, type RequestFrame } from '../../http/request.frame.js';
import type { CommandResult } from '../../instances/case.transaction.js';
import { AddSignersCommand } from '../add-signers.command.js';
import { GiveOpinionCommand } from '../give-opinion.command.js';
import { RemoveSignersCommand } from '../remove-signers.command.js';
import { RetractVoteCommand } from '../retract-vote.command.js';
import { HeldEventMissingError } from '../signing.error.js';
import { AddSignersDto, OpinionDto, ReasonDto, RemoveSignersDto } from './signing.dto.js';

/** 会签: who signs, and what they say. */
@ApiTags('tasks')
@ApiBearerAuth()
@Controller('tasks/:id')
@ByRecord()
export class SigningController {
  constructor(
    private readonly adding: AddSignersCommand,
    private readonly removing: RemoveSignersCommand,
    private readonly opinions: GiveOpinionCommand,
    private readonly retraction: RetractVoteCommand,
  ) {}

  @Post('signers')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswer })
  add(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) taskId: number,
    @Body() body: AddSignersDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.adding.execute({
      caller,
      taskId,
      users: body.users,
      comment: body.comment,
      act: actOf(body),
      ...frame,
    });
  }

  @Post('signers/remove')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswer })
  remove(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) taskId: number,
    @Body() { seats, comment }: RemoveSignersDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.removing.execute({ caller, taskId, seats, comment, ...frame });
  }

  @Post('opinion')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswer })
  opinion(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) taskId: number,
    @Body() { opinion, comment }: OpinionDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.opinions.execute({ caller, taskId, opinion, comment, ...frame });
  }

  @Post('retract')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswer })
  retract(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) taskId: number,
    @Body() { comment }: ReasonDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.retraction.execute({ caller, taskId, comment, ...frame });
  }
}

function actOf({ placing, event, form, comment }: AddSignersDto) {
  if (placing === 'before') return null;
  if (event === undefined) throw new HeldEventMissingError();
  return { event, payload: form ?? {}, comment };
}
