import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiPage, type Page } from '#libs/platform';
import { Requires } from '../session/requires.decorator.js';
import { LoginLogQuery } from './login-log.query.js';
import { LoginLogReader } from './login-log.reader.js';
import { LoginEntryView } from './login-log.view.js';

@ApiTags('logs')
@ApiBearerAuth()
@Controller('login-log')
export class LoginLogController {
  constructor(private readonly reader: LoginLogReader) {}

  @Get()
  @Requires('identity.audit')
  @ApiOperation({ summary: '登录日志', description: 'Every attempt to log in and its outcome, the newest first' })
  @ApiPage(LoginEntryView)
  list(@Query() query: LoginLogQuery): Promise<Page<LoginEntryView>> {
    return this.reader.page(query);
  }
}
