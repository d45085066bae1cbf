import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiPage, type Page } from '#libs/platform';
import { Requires } from '../session/requires.decorator.js';
import { RefusalReader } from './refusal.reader.js';
import { RefusalPageQuery, RefusalView } from './refusal.view.js';

@ApiTags('refusals')
@ApiBearerAuth()
@Controller('refusals')
export class RefusalController {
  constructor(private readonly refusals: RefusalReader) {}

  @Get()
  @Requires('identity.audit')
  @ApiOperation({ summary: '拒绝记录', description: 'Requests that were refused, and by which rule; the latest first' })
  @ApiPage(RefusalView)
  list(@Query() { limit, after, userId }: RefusalPageQuery): Promise<Page<RefusalView>> {
    return this.refusals.read({ limit, after, userId });
  }
}
