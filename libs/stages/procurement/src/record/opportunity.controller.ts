import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, SignedIn } from '#libs/identity';
import { ApiPage, type Page, PageQuery } from '#libs/platform';
import { OpportunityReader } from './opportunity.reader.js';
import { OpportunityView, OwnResponseView } from './procurement.view.js';

/** For suppliers: they are no parties of what they may respond to. */
@ApiTags('procurement')
@ApiBearerAuth()
@Controller('procurement')
@SignedIn()
export class OpportunityController {
  constructor(private readonly reader: OpportunityReader) {}

  @Get('opportunities')
  @ApiPage(OpportunityView)
  announced(@Query() query: PageQuery, @CurrentCaller() caller: Caller): Promise<Page<OpportunityView>> {
    return this.reader.announced(caller.organisationId, query);
  }

  @Get('responses')
  @ApiPage(OwnResponseView)
  own(@Query() query: PageQuery, @CurrentCaller() caller: Caller): Promise<Page<OwnResponseView>> {
    return this.reader.own(caller.organisationId, query);
  }
}
