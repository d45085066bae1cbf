import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query, Req } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ApiPage, type Page, RecordIdPipe } from '#libs/platform';
import type { FastifyRequest } from 'fastify';
import { deedOf } from '../operation-log/deed.js';
import { UserUnmasker } from '../personal-data/user.unmasker.js';
import type { Caller } from '../session/caller.js';
import { CurrentCaller } from '../session/current-caller.decorator.js';
import { Requires } from '../session/requires.decorator.js';
import { UserAdministrator } from './user.administrator.js';
import { ChangeUserDto, CreateUserDto, RequestRolesDto, UnmaskUserDto, UserQuery, UserStatusDto } from './user.dto.js';
import { UserReader } from './user.reader.js';
import { OpenedAccountView, UnmaskedView, UserView } from './user.view.js';

/** 用户管理. */
@ApiTags('users')
@ApiBearerAuth()
@Controller('users')
export class UsersController {
  constructor(
    private readonly reader: UserReader,
    private readonly administrator: UserAdministrator,
    private readonly unmasker: UserUnmasker,
  ) {}

  @Get()
  @Requires('users.view')
  @ApiOperation({ summary: '用户列表', description: 'Users within reach; personal data masked' })
  @ApiPage(UserView)
  list(@CurrentCaller() caller: Caller, @Query() query: UserQuery): Promise<Page<UserView>> {
    return this.reader.page(caller, query);
  }

  @Get(':id')
  @Requires('users.view')
  @ApiOperation({ summary: '用户', description: 'One user within reach' })
  @ApiOkResponse({ type: UserView })
  one(@CurrentCaller() caller: Caller, @Param('id', RecordIdPipe) id: number): Promise<UserView> {
    return this.reader.one(caller, id);
  }

  @Post()
  @Requires('users.manage')
  @ApiOperation({
    summary: '新建用户',
    description: 'Opens an account; its roles wait for the security administrator. The one-time code is shown once.',
  })
  @ApiCreatedResponse({ type: OpenedAccountView })
  async create(
    @CurrentCaller() caller: Caller,
    @Body() dto: CreateUserDto,
    @Req() request: FastifyRequest,
  ): Promise<OpenedAccountView> {
    const { login, email = null, phone = null, idNumber = null } = dto;
    const opened = await this.administrator.create(deedOf(caller, request), { ...dto, email, phone, idNumber });
    return { userId: opened.userId, login, code: opened.code, expiresAt: opened.expiresAt.toISOString() };
  }

  @Patch(':id')
  @Requires('users.manage')
  @ApiOperation({ summary: '修改用户', description: 'What is left out stays; null takes away' })
  @ApiOkResponse({ type: UserView })
  async change(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Body() dto: ChangeUserDto,
    @Req() request: FastifyRequest,
  ): Promise<UserView> {
    await this.administrator.change(deedOf(caller, request), id, dto);
    return this.reader.one(caller, id);
  }

  @Put(':id/status')
  @Requires('users.manage')
  @ApiOperation({ summary: '停用、恢复用户', description: 'A disabled user is out at once and gets no tasks' })
  @ApiOkResponse({ type: UserView })
  async setStatus(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Body() dto: UserStatusDto,
    @Req() request: FastifyRequest,
  ): Promise<UserView> {
    await this.administrator.setStatus(deedOf(caller, request), id, dto);
    return this.reader.one(caller, id);
  }

  @Post(':id/role-requests')
  @HttpCode(204)
  @Requires('users.manage')
  @ApiOperation({ summary: '申请岗位', description: 'Asks for roles; the security administrator grants them' })
  @ApiNoContentResponse()
  async requestRoles(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Body() { roles }: RequestRolesDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.administrator.requestRoles(deedOf(caller, request), id, roles);
  }

  @Post(':id/unmaskings')
  @Requires('personal-data.view')
  @ApiOperation({
    summary: '查看完整个人信息',
    description: 'A telephone or identity number in the clear, for a reason; recorded before it is handed out',
  })
  @ApiCreatedResponse({ type: UnmaskedView })
  async unmask(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Body() dto: UnmaskUserDto,
    @Req() request: FastifyRequest,
  ): Promise<UnmaskedView> {
    return { value: await this.unmasker.open(deedOf(caller, request), id, dto) };
  }
}
