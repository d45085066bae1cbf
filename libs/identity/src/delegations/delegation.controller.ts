import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ByRecord } from '../access/by-record.decorator.js';
import { SignedIn } from '../access/signed-in.decorator.js';
import type { Caller } from '../session/caller.js';
import { CurrentCaller } from '../session/current-caller.decorator.js';
import { DelegationDto } from './delegation.dto.js';
import { DelegationPresenter } from './delegation.presenter.js';
import { DelegationService } from './delegation.service.js';
import { DelegationView } from './delegation.view.js';

@ApiTags('delegations')
@ApiBearerAuth()
@ByRecord()
@Controller('delegations')
export class DelegationController {
  constructor(
    private readonly delegations: DelegationService,
    private readonly presenter: DelegationPresenter,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: '我的代理', description: 'Given and received; all of one’s organisation for its manager' })
  @ApiOkResponse({ type: [DelegationView] })
  async list(@CurrentCaller() caller: Caller): Promise<DelegationView[]> {
    return (await this.delegations.list(caller)).map((delegation) => this.presenter.view(delegation));
  }

  @Post()
  @SignedIn()
  @ApiOperation({
    summary: '设置代理',
    description: 'For oneself, or for somebody of the organisation that one manages',
  })
  @ApiCreatedResponse({ type: DelegationView })
  async create(@CurrentCaller() caller: Caller, @Body() body: DelegationDto): Promise<DelegationView> {
    const { roles, processes, divisions, ...request } = body;
    return this.presenter.view(
      await this.delegations.create(caller, { ...request, scope: { roles, processes, divisions } }),
    );
  }

  @Get(':id')
  @ApiOkResponse({ type: DelegationView })
  async read(@CurrentCaller() caller: Caller, @Param('id', ParseIntPipe) id: number): Promise<DelegationView> {
    return this.presenter.view(await this.delegations.one(caller, id));
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @ApiOperation({ summary: '撤销代理', description: 'By the principal, the substitute, or the organisation’s manager' })
  @ApiOkResponse({ type: DelegationView })
  async revoke(@CurrentCaller() caller: Caller, @Param('id', ParseIntPipe) id: number): Promise<DelegationView> {
    return this.presenter.view(await this.delegations.revoke(caller, id));
  }
}
