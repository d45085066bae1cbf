import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Visibility } from '#libs/engine';
import { ByRecord, type Caller, CurrentCaller } from '#libs/identity';
import { RecordIdPipe } from '#libs/platform';
import { ProcurementReader } from './procurement.reader.js';
import { ProcurementView } from './procurement.view.js';

@ApiTags('procurement')
@ApiBearerAuth()
@Controller('projects/:id/procurement')
@ByRecord()
export class ProcurementController {
  constructor(
    private readonly visibility: Visibility,
    private readonly reader: ProcurementReader,
  ) {}

  @Get()
  @ApiOkResponse({ type: ProcurementView })
  async read(@Param('id', RecordIdPipe) id: number, @CurrentCaller() caller: Caller): Promise<ProcurementView> {
    await this.visibility.assertMaySee(caller, id);
    return this.reader.read(id);
  }
}
