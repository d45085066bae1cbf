import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '#libs/identity';
import { ApiPage, type Page, RecordIdPipe } from '#libs/platform';
import { NoticeQuery } from './notice.query.js';
import { NoticeReader } from './notice.reader.js';
import { NoticeSummaryView, NoticeView } from './notice.view.js';

/** For everybody, without a login. */
@ApiTags('public')
@Public()
@Controller('public/notices')
export class NoticeController {
  constructor(private readonly reader: NoticeReader) {}

  @Get()
  @ApiPage(NoticeSummaryView)
  list(@Query() query: NoticeQuery): Promise<Page<NoticeSummaryView>> {
    return this.reader.list(query);
  }

  @Get(':id')
  @ApiOkResponse({ type: NoticeView })
  byId(@Param('id', RecordIdPipe) id: number): Promise<NoticeView> {
    return this.reader.byId(id);
  }
}
