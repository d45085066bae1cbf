import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type Caller, CurrentCaller, SignedIn } from '#libs/identity';
import { CalendarLinkService } from './calendar-link.service.js';
import { CalendarLinkView, NewCalendarLinkView } from './calendar-link.view.js';

/** 日历订阅 of one's own. */
@ApiTags('calendar')
@ApiBearerAuth()
@Controller('calendar-link')
@SignedIn()
export class CalendarLinkController {
  constructor(private readonly links: CalendarLinkService) {}

  @Get()
  @ApiOperation({ summary: '日历订阅', description: 'Whether one has a private link; not its address' })
  @ApiOkResponse({ type: CalendarLinkView })
  read(@CurrentCaller() { userId }: Caller): Promise<CalendarLinkView> {
    return this.links.read(userId);
  }

  @Post()
  @ApiOperation({ summary: '生成日历订阅地址', description: 'The one before is revoked; the address is shown once' })
  @ApiCreatedResponse({ type: NewCalendarLinkView })
  make(@CurrentCaller() { userId }: Caller): Promise<NewCalendarLinkView> {
    return this.links.make(userId);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: '撤销日历订阅地址' })
  @ApiNoContentResponse({ description: 'The address answers nobody any more' })
  revoke(@CurrentCaller() { userId }: Caller): Promise<void> {
    return this.links.revoke(userId);
  }
}
