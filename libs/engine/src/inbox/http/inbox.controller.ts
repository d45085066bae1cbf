import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, SignedIn } from '#libs/identity';
import type { Page } from '#libs/platform';
import { InLanguage } from '../../http/language.param.js';
import type { Language } from '../../language/language.js';
import { BoxCounter, type BoxCounts } from '../box.counter.js';
import { CaseBoxReader, type CaseItem } from '../case.box.reader.js';
import type { InboxItem } from '../inbox.item.js';
import { InboxReader } from '../inbox.reader.js';
import { BoxCountsAnswer, CaseBoxPage, InboxPage } from './inbox.answer.js';
import { CaseBoxPageQuery, filterOf, TaskBoxQuery } from './inbox.query.js';

/** 待办、超期、已办、我发起的、抄送我的、本地区的. */
@ApiTags('inbox')
@ApiBearerAuth()
@Controller()
@SignedIn()
export class InboxController {
  constructor(
    private readonly inbox: InboxReader,
    private readonly cases: CaseBoxReader,
    private readonly counter: BoxCounter,
  ) {}

  @Get('tasks')
  @ApiOkResponse({ type: InboxPage })
  tasks(
    @CurrentCaller() caller: Caller,
    @Query() query: TaskBoxQuery,
    @InLanguage() language: Language,
  ): Promise<Page<InboxItem>> {
    const { box, limit, after } = query;
    return this.inbox.read(caller, { box, limit, after, language, filter: filterOf(query) });
  }

  @Get('tasks/count')
  @ApiOkResponse({ type: BoxCountsAnswer })
  count(@CurrentCaller() caller: Caller): Promise<BoxCounts> {
    return this.counter.count(caller);
  }

  @Get('cases')
  @ApiOkResponse({ type: CaseBoxPage })
  casesOf(
    @CurrentCaller() caller: Caller,
    @Query() query: CaseBoxPageQuery,
    @InLanguage() language: Language,
  ): Promise<Page<CaseItem>> {
    const { box, limit, after } = query;
    return this.cases.read(caller, { box, limit, after, language, filter: filterOf(query) });
  }
}
