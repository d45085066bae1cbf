import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Visibility } from '#libs/engine';
import { ByRecord, type Caller, CurrentCaller } from '#libs/identity';
import { ApiPage, type Page, PageQuery, RecordIdPipe } from '#libs/platform';
import { ServiceLogView } from '../record/monitoring.view.js';
import { ServiceLogDto } from './service-log.dto.js';
import { ServiceLogService } from './service-log.service.js';

@ApiTags('monitoring')
@ApiBearerAuth()
@Controller('projects/:id/service-logs')
@ByRecord()
export class ServiceLogController {
  constructor(
    private readonly visibility: Visibility,
    private readonly logs: ServiceLogService,
  ) {}

  @Post()
  @ApiCreatedResponse({ type: ServiceLogView })
  async add(
    @Param('id', RecordIdPipe) id: number,
    @Body() entry: ServiceLogDto,
    @CurrentCaller() caller: Caller,
  ): Promise<ServiceLogView> {
    await this.visibility.assertMaySee(caller, id);
    return this.logs.add(caller, id, entry);
  }

  @Get()
  @ApiPage(ServiceLogView)
  async list(
    @Param('id', RecordIdPipe) id: number,
    @Query() query: PageQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<Page<ServiceLogView>> {
    await this.visibility.assertMaySee(caller, id);
    return this.logs.list(id, query);
  }
}
