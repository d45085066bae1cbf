import { createHash } from 'node:crypto';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public } from '#libs/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CalendarFeed } from './calendar.feed.js';

const TYPE = 'text/calendar; charset=utf-8';
const NOT_MODIFIED = 304;
/** Calendar programs keep it, and ask whether it has changed; nothing in between may. */
const CACHE = 'private, no-cache';

/** Whoever has the private address reads the calendar: programs cannot log in. */
@ApiTags('calendar')
@Controller('api/calendar')
@Public()
export class CalendarFeedController {
  constructor(private readonly feed: CalendarFeed) {}

  @Get(':file')
  @ApiOperation({
    summary: '日历订阅内容',
    description: 'iCalendar (RFC 5545) of one person’s deadlines; `<token>.ics`',
  })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  async read(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const text = await this.feed.of(file);
    const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    reply.headers({ etag, 'cache-control': CACHE });
    if (request.headers['if-none-match'] === etag) await reply.code(NOT_MODIFIED).send();
    else await reply.header('content-type', TYPE).send(text);
  }
}
