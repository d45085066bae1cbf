import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Visibility } from '#libs/engine';
import { ByRecord, type Caller, CurrentCaller } from '#libs/identity';
import { RecordIdPipe } from '#libs/platform';
import { EvaluationReader } from './evaluation.reader.js';
import { EvaluationView } from './evaluation.view.js';

@ApiTags('evaluation')
@ApiBearerAuth()
@Controller('projects/:id/evaluation')
@ByRecord()
export class EvaluationController {
  constructor(
    private readonly visibility: Visibility,
    private readonly reader: EvaluationReader,
  ) {}

  @Get()
  @ApiOkResponse({ type: EvaluationView })
  async read(@Param('id', RecordIdPipe) id: number, @CurrentCaller() caller: Caller): Promise<EvaluationView> {
    await this.visibility.assertMaySee(caller, id);
    return this.reader.read(id);
  }
}
