import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, Requires } from '#libs/identity';
import { RecordIdPipe } from '#libs/platform';
import { actorOf } from '../../authority/caller.scope.js';
import { CommandAnswer } from '../../http/command.answer.js';
import type { CommandResult } from '../../instances/case.transaction.js';
import { MigrationSurvey } from '../migration.survey.js';
import { UndoMigrationCommand } from '../undo-migration.command.js';
import { MigrationReportAnswer } from './migration.answer.js';
import { MigrationDto, MigrationOrderDto, UndoMigrationDto } from './migration.dto.js';

/** 换版: running instances go on under another published version. */
@ApiTags('processes')
@ApiBearerAuth()
@Controller()
@Requires('processes.publish')
export class MigrationsController {
  constructor(
    private readonly survey: MigrationSurvey,
    private readonly undoing: UndoMigrationCommand,
  ) {}

  @Post('processes/:id/migrations/dry-run')
  @HttpCode(200)
  @ApiOkResponse({ type: [MigrationReportAnswer] })
  async dryRun(@Param('id') process: string, @Body() order: MigrationDto): Promise<MigrationReportAnswer[]> {
    const { from, to, timers } = order;
    return [...(await this.survey.dryRun({ process, from, to, timers, reason: '' }))];
  }

  @Post('processes/:id/migrations')
  @HttpCode(200)
  @ApiOkResponse({ type: [MigrationReportAnswer] })
  async run(
    @CurrentCaller() caller: Caller,
    @Param('id') process: string,
    @Body() { from, to, timers, reason }: MigrationOrderDto,
  ): Promise<MigrationReportAnswer[]> {
    return [...(await this.survey.run({ process, from, to, timers, reason, actor: actorOf(caller) }))];
  }

  @Post('instances/:id/migration/undo')
  @HttpCode(200)
  @ApiOkResponse({ type: CommandAnswer })
  undo(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) instanceId: number,
    @Body() { reason }: UndoMigrationDto,
  ): Promise<CommandResult> {
    return this.undoing.execute({ instanceId, actor: actorOf(caller), reason });
  }
}
