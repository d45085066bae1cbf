import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Visibility } from '#libs/engine';
import { ByRecord, type Caller, CurrentCaller } from '#libs/identity';
import { RecordIdPipe } from '#libs/platform';
import { BudgetReader } from './budget.reader.js';
import { BudgetView } from './budget.view.js';

@ApiTags('budgeting')
@ApiBearerAuth()
@Controller('projects/:id/budget')
@ByRecord()
export class BudgetController {
  constructor(
    private readonly records: BudgetReader,
    private readonly visibility: Visibility,
  ) {}

  @Get()
  @ApiOkResponse({ type: BudgetView })
  async read(@CurrentCaller() caller: Caller, @Param('id', RecordIdPipe) id: number): Promise<BudgetView> {
    await this.visibility.assertMaySee(caller, id);
    return this.records.byProject(id);
  }
}
