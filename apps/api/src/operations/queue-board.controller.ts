import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Requires } from '#libs/identity';
import { passFor, QUEUE_BOARD, QUEUE_PERMISSION } from './queue-board.pass.js';

export class QueueBoardView {
  @ApiProperty({ example: QUEUE_BOARD, description: 'Open it within a quarter of an hour' })
  address!: string;
}

/** 任务队列: lets the administrator's browser open the board. */
@ApiTags('operations')
@ApiBearerAuth()
@Controller('operations/queue-board')
export class QueueBoardController {
  @Post('pass')
  @HttpCode(200)
  @Requires(QUEUE_PERMISSION)
  @ApiOperation({ summary: '打开队列看板', description: 'Sets the cookie with which the board can be opened' })
  @ApiOkResponse({ type: QueueBoardView })
  open(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): QueueBoardView {
    reply.header('set-cookie', passFor(request));
    return { address: QUEUE_BOARD };
  }
}
