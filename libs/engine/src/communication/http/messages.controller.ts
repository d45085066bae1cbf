import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ByRecord, type Caller, CurrentCaller } from '#libs/identity';
import { type Page, PageQuery, RecordIdPipe } from '#libs/platform';
import { Frame, type RequestFrame } from '../../http/request.frame.js';
import { CopyReading } from '../copy.reading.js';
import { MessageReader, type MessageView } from '../message.reader.js';
import { SendMessageCommand } from '../send-message.command.js';
import { CopyReadAnswer, MessageDto, MessageIdAnswer, MessagePage, ReadCountAnswer } from './communication.dto.js';

/** 沟通、已阅: what people write to each other about a case. */
@ApiTags('communication')
@ApiBearerAuth()
@Controller('cases/:id')
@ByRecord()
export class MessagesController {
  constructor(
    private readonly sending: SendMessageCommand,
    private readonly messages: MessageReader,
    private readonly copies: CopyReading,
  ) {}

  @Get('messages')
  @ApiOkResponse({ type: MessagePage })
  list(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Query() { limit, after }: PageQuery,
  ): Promise<Page<MessageView>> {
    return this.messages.read(caller, id, { limit, after });
  }

  @Post('messages')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: MessageIdAnswer })
  async send(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) rootId: number,
    @Body() { users, body, task }: MessageDto,
    @Frame() frame: RequestFrame,
  ): Promise<MessageIdAnswer> {
    return { id: await this.sending.execute({ caller, rootId, taskId: task ?? null, users, body, ...frame }) };
  }

  @Post('messages/read')
  @HttpCode(200)
  @ApiOkResponse({ type: ReadCountAnswer })
  async read(@CurrentCaller() caller: Caller, @Param('id', RecordIdPipe) id: number): Promise<ReadCountAnswer> {
    return { read: await this.messages.markRead(caller, id) };
  }

  @Post('copies/read')
  @HttpCode(200)
  @ApiOkResponse({ type: CopyReadAnswer })
  readCopy(@CurrentCaller() caller: Caller, @Param('id', RecordIdPipe) id: number): Promise<CopyReadAnswer> {
    return this.copies.read(caller, id);
  }
}
