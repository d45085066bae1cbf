import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ByRecord, type Caller, CurrentCaller, Requires, SignedIn } from '#libs/identity';
import { PageQuery, prefersEnglish, RecordIdPipe } from '#libs/platform';
import type { FastifyRequest } from 'fastify';
import { UnreachedReader } from '../sending/unreached.reader.js';
import { UnreachedView } from '../sending/unreached.view.js';
import { MailboxService } from './mailbox.service.js';
import { MailboxPage, ReadNotificationView } from './notification.view.js';
import type { Language } from './templates/letter.js';

@ApiTags('notifications')
@ApiBearerAuth()
@Controller('notifications')
@ByRecord()
export class NotificationController {
  constructor(
    private readonly mailbox: MailboxService,
    private readonly unreached: UnreachedReader,
  ) {}

  @Get()
  @SignedIn()
  @ApiOkResponse({ type: MailboxPage })
  list(
    @CurrentCaller() caller: Caller,
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
  ): Promise<MailboxPage> {
    return this.mailbox.page(caller.userId, query, languageOf(request));
  }

  @Get('unreached')
  @Requires('users.view')
  @ApiOperation({ summary: '无法送达的人员', description: 'People within reach who lack an address for a channel' })
  @ApiOkResponse({ type: [UnreachedView] })
  listUnreached(@CurrentCaller() caller: Caller): Promise<UnreachedView[]> {
    return this.unreached.list(caller);
  }

  @Post(':id/read')
  @HttpCode(200)
  @ApiOkResponse({ type: ReadNotificationView })
  read(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Req() request: FastifyRequest,
  ): Promise<ReadNotificationView> {
    return this.mailbox.read(id, caller, languageOf(request));
  }
}

function languageOf(request: FastifyRequest): Language {
  return prefersEnglish(request) ? 'en' : 'zh';
}
