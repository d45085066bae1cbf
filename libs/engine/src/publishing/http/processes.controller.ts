import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, Requires, RoleCatalogue, SignedIn } from '#libs/identity';
import type { Problem } from '#libs/kernel';
import { LawBook } from '../../definitions/law.book.js';
import { DefinitionPublisher } from '../definition.publisher.js';
import { DefinitionRetirer } from '../definition.retirer.js';
import type { Change } from '../diff/change.js';
import { diffDefinitions } from '../diff/diff-definitions.js';
import { titlesOf } from '../diff/titles.js';
import { PublishGate } from '../publish.gate.js';
import type { PublishedVersion } from '../published.definition.js';
import { PublishedDefinitions } from '../published.definitions.js';
import { ChangeAnswer, FindingAnswer, ProcessAnswer, VersionAnswer, VersionSourceAnswer } from './process.answer.js';
import { DiffQuery, PublishDto, RetireDto, SourceDto, VersionPath } from './process.dto.js';

const PERMISSION = 'processes.publish';

/** 流程定义: what is published, and how a new version goes live. */
@ApiTags('processes')
@ApiBearerAuth()
@Controller('processes')
@SignedIn()
export class ProcessesController {
  constructor(
    private readonly definitions: PublishedDefinitions,
    private readonly publisher: DefinitionPublisher,
    private readonly retirer: DefinitionRetirer,
    private readonly gate: PublishGate,
    private readonly roles: RoleCatalogue,
    private readonly laws: LawBook,
  ) {}

  @Get()
  @ApiOkResponse({ type: [ProcessAnswer] })
  async list(): Promise<ProcessAnswer[]> {
    const entries = await this.definitions.all();
    return entries.map(({ definition: { process, version, title, stage } }) => ({
      process,
      version,
      title,
      stage: stage ?? null,
    }));
  }

  @Get(':id/versions')
  @ApiOkResponse({ type: [VersionAnswer] })
  versions(@Param('id') id: string): Promise<readonly PublishedVersion[]> {
    return this.definitions.versions(id);
  }

  @Get(':id/versions/:version')
  @ApiOkResponse({ type: VersionSourceAnswer })
  async read(@Param() { id, version }: VersionPath): Promise<VersionSourceAnswer> {
    const { published, file, forms = [] } = await this.definitions.one(id, version);
    return { ...published, source: file.text, forms };
  }

  @Get(':id/versions/:version/changes')
  @ApiOkResponse({ type: [ChangeAnswer] })
  async changes(@Param() { id, version }: VersionPath, @Query() { from }: DiffQuery): Promise<readonly Change[]> {
    const [older, newer] = [await this.definitions.one(id, from), await this.definitions.one(id, version)];
    return diffDefinitions(older.definition, newer.definition, titlesOf(this.roles, this.laws));
  }

  @Post('lint')
  @HttpCode(200)
  @Requires(PERMISSION)
  @ApiOkResponse({ type: [FindingAnswer] })
  lint(@Body() { source, forms = [] }: SourceDto): Promise<readonly Problem[]> {
    return this.gate.findings({ source, file: 'source', forms });
  }

  @Post()
  @Requires(PERMISSION)
  @ApiCreatedResponse({ type: VersionAnswer })
  publish(
    @CurrentCaller() caller: Caller,
    @Body() { source, forms = [], note }: PublishDto,
  ): Promise<PublishedVersion> {
    return this.publisher.publish({ source, forms, by: caller.userId, note: note ?? null });
  }

  @Post(':id/versions/:version/retire')
  @HttpCode(200)
  @Requires(PERMISSION)
  @ApiOkResponse({ type: VersionAnswer })
  retire(
    @CurrentCaller() caller: Caller,
    @Param() { id, version }: VersionPath,
    @Body() { reason, force }: RetireDto,
  ): Promise<PublishedVersion> {
    return this.retirer.retire({ process: id, version, reason, force: force ?? false, by: caller.userId });
  }
}
