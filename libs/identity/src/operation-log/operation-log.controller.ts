import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiPage, type Page } from '#libs/platform';
import { Requires } from '../session/requires.decorator.js';
import { LogQuery, OperationQuery } from './log.query.js';
import { OperationView, UnmaskingView } from './log.view.js';
import { OperationLogReader } from './operation-log.reader.js';

/** For the audit administrator. */
@ApiTags('logs')
@ApiBearerAuth()
@Requires('identity.audit')
@Controller()
export class OperationLogController {
  constructor(private readonly reader: OperationLogReader) {}

  @Get('operation-log')
  @ApiOperation({ summary: '操作日志', description: 'Every administrative change, the newest first' })
  @ApiPage(OperationView)
  operations(@Query() query: OperationQuery): Promise<Page<OperationView>> {
    return this.reader.operations(query);
  }

  @Get('unmasking-log')
  @ApiOperation({
    summary: '个人信息查看记录',
    description: 'Who saw personal data in the clear, and why; the newest first',
  })
  @ApiPage(UnmaskingView)
  unmaskings(@Query() query: LogQuery): Promise<Page<UnmaskingView>> {
    return this.reader.unmaskings(query);
  }
}
