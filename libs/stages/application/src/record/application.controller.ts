import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Visibility } from '#libs/engine';
import { ByRecord, type Caller, CurrentCaller } from '#libs/identity';
import { RecordIdPipe } from '#libs/platform';
import { ApplicationReader } from './application.reader.js';
import { ApplicationView } from './application.view.js';

@ApiTags('application')
@ApiBearerAuth()
@Controller('projects/:id/application')
@ByRecord()
export class ApplicationController {
  constructor(
    private readonly records: ApplicationReader,
    private readonly visibility: Visibility,
  ) {}

  @Get()
  @ApiOkResponse({ type: ApplicationView })
  async read(@CurrentCaller() caller: Caller, @Param('id', RecordIdPipe) id: number): Promise<ApplicationView> {
    await this.visibility.assertMaySee(caller, id);
    return this.records.byProject(id);
  }
}
