import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ByRecord, type Caller, CurrentCaller, OrganisationDirectory, Requires } from '#libs/identity';
import { RecordIdPipe } from '#libs/platform';
import { Visibility } from '../../authority/visibility.js';
import { CommandAnswer } from '../../http/command.answer.js';
import { InLanguage } from '../../http/language.param.js';
import { Frame, type RequestFrame } from '../../http/request.frame.js';
import type { CommandResult } from '../../instances/case.transaction.js';
import type { Language } from '../../language/language.js';
import { CancelCaseCommand } from '../cancel-case.command.js';
import { CasePowers, type CasePowersView } from '../case.powers.js';
import { InterventionBook, type InterventionRecord } from '../intervention.book.js';
import { InterventionDesk } from '../intervention.desk.js';
import {
  CancelDto,
  CasePowersAnswer,
  InterventionAnswer,
  InterventionPath,
  ProposeDto,
  ProposedAnswer,
  RemarkDto,
} from './intervention.dto.js';

/** 撤销 by who began a case, and 干预 by two persons. */
@ApiTags('cases')
@ApiBearerAuth()
@Controller('cases/:id')
@ByRecord()
export class InterventionsController {
  constructor(
    private readonly cancellation: CancelCaseCommand,
    private readonly desk: InterventionDesk,
    private readonly book: InterventionBook,
    private readonly visibility: Visibility,
    private readonly directory: OrganisationDirectory,
    private readonly powers: CasePowers,
  ) {}

  @Post('cancel')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswer })
  cancel(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) rootId: number,
    @Body() { reason }: CancelDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.cancellation.execute({ caller, rootId, reason, ...frame });
  }

  @Get('operations')
  @ApiOkResponse({ type: CasePowersAnswer })
  operations(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) rootId: number,
    @InLanguage() language: Language,
  ): Promise<CasePowersView> {
    return this.powers.read(caller, rootId, language);
  }

  @Get('interventions')
  @ApiOkResponse({ type: [InterventionAnswer] })
  async list(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) rootId: number,
  ): Promise<InterventionAnswer[]> {
    await this.visibility.assertMaySee(caller, rootId);
    return (await this.book.ofCase(rootId)).map((record) => this.answer(record));
  }

  @Post('interventions')
  @Requires('cases.intervene')
  @ApiOkResponse({ type: ProposedAnswer })
  async propose(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) rootId: number,
    @Body() { kind, reason, ...wanted }: ProposeDto,
    @Frame() { receivedAt }: RequestFrame,
  ): Promise<ProposedAnswer> {
    const { id } = await this.desk.propose({ caller, rootId, kind, reason, wanted, receivedAt });
    return { id };
  }

  @Post('interventions/:intervention/confirm')
  @HttpCode(200)
  @Requires('cases.intervene')
  @ApiOkResponse({ type: CommandAnswer })
  confirm(
    @CurrentCaller() caller: Caller,
    @Param() { id, intervention }: InterventionPath,
    @Body() { remark }: RemarkDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.desk.decide({ caller, rootId: id, interventionId: intervention, agrees: true, remark, ...frame });
  }

  @Post('interventions/:intervention/decline')
  @HttpCode(200)
  @Requires('cases.intervene')
  @ApiOkResponse({ type: CommandAnswer })
  decline(
    @CurrentCaller() caller: Caller,
    @Param() { id, intervention }: InterventionPath,
    @Body() { remark }: RemarkDto,
    @Frame() frame: RequestFrame,
  ): Promise<CommandResult> {
    return this.desk.decide({ caller, rootId: id, interventionId: intervention, agrees: false, remark, ...frame });
  }

  private answer({ id, kind, wanted, reason, status, ...record }: InterventionRecord): InterventionAnswer {
    const nameOf = (userId: number): string => this.directory.user(userId)?.name ?? String(userId);
    const { proposedAt, decidedAt, remark } = record;
    const proposedBy = nameOf(record.proposedBy);
    const decidedBy = record.decidedBy === null ? null : nameOf(record.decidedBy);
    return { id, kind, wanted, reason, status, proposedBy, proposedAt, decidedBy, decidedAt, remark };
  }
}
