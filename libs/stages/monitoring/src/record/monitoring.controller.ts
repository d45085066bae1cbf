import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Visibility } from '#libs/engine';
import { ByRecord, type Caller, CurrentCaller } from '#libs/identity';
import { RecordIdPipe } from '#libs/platform';
import { MonitoringReader } from './monitoring.reader.js';
import { MonitoringView } from './monitoring.view.js';

@ApiTags('monitoring')
@ApiBearerAuth()
@Controller('projects/:id/monitoring')
@ByRecord()
export class MonitoringController {
  constructor(
    private readonly visibility: Visibility,
    private readonly reader: MonitoringReader,
  ) {}

  @Get()
  @ApiOkResponse({ type: MonitoringView })
  async read(@Param('id', RecordIdPipe) id: number, @CurrentCaller() caller: Caller): Promise<MonitoringView> {
    await this.visibility.assertMaySee(caller, id);
    return this.reader.read(id);
  }
}
