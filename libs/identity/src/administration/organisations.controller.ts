import { Body, Controller, Get, Param, Patch, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiPage, type Page, RecordIdPipe } from '#libs/platform';
import type { FastifyRequest } from 'fastify';
import { OrganisationView } from '../directory/organisation.view.js';
import { deedOf } from '../operation-log/deed.js';
import type { Caller } from '../session/caller.js';
import { CurrentCaller } from '../session/current-caller.decorator.js';
import { Requires } from '../session/requires.decorator.js';
import { OrganisationAdministrator } from './organisation.administrator.js';
import {
  ChangeOrganisationDto,
  CreateOrganisationDto,
  ManagedOrganisationQuery,
  OrganisationStatusDto,
} from './organisation.dto.js';
import { OrganisationReader } from './organisation.reader.js';

/** 单位管理. */
@ApiTags('organisations')
@ApiBearerAuth()
@Controller()
export class OrganisationsController {
  constructor(
    private readonly reader: OrganisationReader,
    private readonly administrator: OrganisationAdministrator,
  ) {}

  @Get('managed-organisations')
  @Requires('users.view')
  @ApiOperation({ summary: '管理的单位', description: 'Organisations that the caller administers, closed ones too' })
  @ApiPage(OrganisationView)
  list(@CurrentCaller() caller: Caller, @Query() query: ManagedOrganisationQuery): Promise<Page<OrganisationView>> {
    return this.reader.page(caller, query);
  }

  @Post('organisations')
  @Requires('identity.manage')
  @ApiOperation({ summary: '新建单位', description: 'A new organisation' })
  @ApiCreatedResponse({ type: OrganisationView })
  async create(
    @CurrentCaller() caller: Caller,
    @Body() dto: CreateOrganisationDto,
    @Req() request: FastifyRequest,
  ): Promise<OrganisationView> {
    return this.reader.one(await this.administrator.create(deedOf(caller, request), dto));
  }

  @Patch('organisations/:id')
  @Requires('identity.manage')
  @ApiOperation({ summary: '修改单位', description: 'Name or division; credit code and kind stay' })
  @ApiOkResponse({ type: OrganisationView })
  async change(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Body() dto: ChangeOrganisationDto,
    @Req() request: FastifyRequest,
  ): Promise<OrganisationView> {
    await this.administrator.change(deedOf(caller, request), id, dto);
    return this.reader.one(id);
  }

  @Put('organisations/:id/status')
  @Requires('identity.manage')
  @ApiOperation({
    summary: '停用、恢复单位',
    description: 'A closed organisation keeps its records and takes no new work',
  })
  @ApiOkResponse({ type: OrganisationView })
  async setStatus(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Body() { status, reason }: OrganisationStatusDto,
    @Req() request: FastifyRequest,
  ): Promise<OrganisationView> {
    await this.administrator.setStatus(deedOf(caller, request), id, status, reason);
    return this.reader.one(id);
  }
}
