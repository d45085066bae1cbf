import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Frame, type RequestFrame, Visibility } from '#libs/engine';
import { ByRecord, type Caller, CurrentCaller, Requires, SignedIn } from '#libs/identity';
import { PageQuery, RecordIdPipe } from '#libs/platform';
import { LedgerReader } from '../ledger/ledger.reader.js';
import { LedgerPageView } from '../ledger/money.view.js';
import { ProjectPresenter } from './project.presenter.js';
import { ProjectQuery } from './project.query.js';
import { ProjectReader } from './project.reader.js';
import { ProjectPageView } from './project.view.js';
import { ProjectDetailView } from './project-detail.view.js';
import { StartProjectCommand } from './start-project.command.js';
import { StartedProjectView, StartProjectDto } from './start-project.dto.js';

@ApiTags('projects')
@ApiBearerAuth()
@Controller('projects')
@ByRecord()
export class ProjectController {
  constructor(
    private readonly projects: ProjectReader,
    private readonly presenter: ProjectPresenter,
    private readonly ledger: LedgerReader,
    private readonly visibility: Visibility,
    private readonly start: StartProjectCommand,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'Projects that the caller may see, newest first' })
  @ApiOkResponse({ type: ProjectPageView })
  async list(@CurrentCaller() caller: Caller, @Query() query: ProjectQuery): Promise<ProjectPageView> {
    const { items, next } = await this.projects.page(caller, query);
    return { items: items.map((project) => this.presenter.item(project)), next };
  }

  @Post()
  @Requires('projects.start')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOperation({ summary: 'Begins a project of the caller’s organisation' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: StartedProjectView })
  begin(
    @CurrentCaller() caller: Caller,
    @Body() request: StartProjectDto,
    @Frame() frame: RequestFrame,
  ): Promise<StartedProjectView> {
    return this.start.execute(caller, request, frame);
  }

  @Get(':id')
  @ApiOkResponse({ type: ProjectDetailView })
  async one(@CurrentCaller() caller: Caller, @Param('id', RecordIdPipe) id: number): Promise<ProjectDetailView> {
    await this.visibility.assertMaySee(caller, id);
    return this.presenter.detail(await this.projects.byId(id));
  }

  @Get(':id/ledger')
  @ApiOperation({ summary: 'Lines of the funds ledger in the order in which they were written' })
  @ApiOkResponse({ type: LedgerPageView })
  async postings(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Query() query: PageQuery,
  ): Promise<LedgerPageView> {
    await this.visibility.assertMaySee(caller, id);
    return this.ledger.postings(id, query);
  }
}
