import { Body, Controller, Get, HttpCode, Param, Put, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiPage, type Page, RecordIdPipe } from '#libs/platform';
import type { FastifyRequest } from 'fastify';
import { SignedIn } from '../access/signed-in.decorator.js';
import { deedOf } from '../operation-log/deed.js';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import type { Caller } from '../session/caller.js';
import { CurrentCaller } from '../session/current-caller.decorator.js';
import { Requires } from '../session/requires.decorator.js';
import { KindView, kindView } from './kind.view.js';
import { RoleGranter } from './role.granter.js';
import { RoleRequestReader } from './role-request.reader.js';
import { RoleDecisionDto, RoleRequestQuery, SetRolesDto } from './user.dto.js';
import { UserReader } from './user.reader.js';
import { RoleRequestView, UserView } from './user.view.js';

/** 授权管理: for the security administrator. */
@ApiTags('roles')
@ApiBearerAuth()
@Controller()
export class RolesController {
  constructor(
    private readonly catalogue: RoleCatalogue,
    private readonly requests: RoleRequestReader,
    private readonly granter: RoleGranter,
    private readonly users: UserReader,
  ) {}

  @Get('organisation-kinds')
  @SignedIn()
  @ApiOperation({ summary: '单位类型', description: 'Kinds of organisation and the roles that each has' })
  @ApiOkResponse({ type: [KindView] })
  kinds(): KindView[] {
    return [...this.catalogue.kindNames].map((kind) => kindView(this.catalogue, kind));
  }

  @Get('role-requests')
  @Requires('roles.grant')
  @ApiOperation({ summary: '岗位申请', description: 'Roles that wait to be granted, the oldest first' })
  @ApiPage(RoleRequestView)
  list(@Query() query: RoleRequestQuery): Promise<Page<RoleRequestView>> {
    return this.requests.page(query);
  }

  @Put('role-requests/:id/decision')
  @HttpCode(204)
  @Requires('roles.grant')
  @ApiOperation({ summary: '授予或拒绝岗位', description: 'Once; never for oneself or on one’s own request' })
  @ApiNoContentResponse()
  async decide(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Body() { granted, reason }: RoleDecisionDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.granter.decide(deedOf(caller, request), id, { granted, reason: reason ?? null });
  }

  @Put('users/:id/roles')
  @Requires('roles.grant')
  @ApiOperation({ summary: '设置岗位', description: 'Exactly these roles from now on; an empty list withdraws all' })
  @ApiOkResponse({ type: UserView })
  async set(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Body() { roles, reason }: SetRolesDto,
    @Req() request: FastifyRequest,
  ): Promise<UserView> {
    await this.granter.set(deedOf(caller, request), id, roles, reason);
    return this.users.one(caller, id);
  }
}
