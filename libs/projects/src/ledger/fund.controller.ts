import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, Requires } from '#libs/identity';
import { PageQuery } from '#libs/platform';
import { LedgerReader } from './ledger.reader.js';
import { FundAccountPageView } from './money.view.js';

@ApiTags('projects')
@ApiBearerAuth()
@Controller('funds')
export class FundController {
  constructor(private readonly ledger: LedgerReader) {}

  @Get()
  @Requires('funds.view')
  @ApiOperation({ summary: 'Fund accounts and what is free in them' })
  @ApiOkResponse({ type: FundAccountPageView })
  list(@CurrentCaller() caller: Caller, @Query() query: PageQuery): Promise<FundAccountPageView> {
    return this.ledger.accounts(caller, query);
  }
}
