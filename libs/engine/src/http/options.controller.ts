import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ByRecord, type Caller, CurrentCaller } from '#libs/identity';
import { RecordIdPipe } from '#libs/platform';
import { OptionReader, type OptionView } from '../explain/option.reader.js';
import type { Language } from '../language/language.js';
import { OptionAnswer } from './case.answer.js';
import { InLanguage } from './language.param.js';

@ApiTags('cases')
@ApiBearerAuth()
@Controller('instances')
@ByRecord()
export class OptionsController {
  constructor(private readonly options: OptionReader) {}

  @Get(':id/options')
  @ApiOkResponse({ type: [OptionAnswer] })
  read(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @InLanguage() language: Language,
  ): Promise<OptionView[]> {
    return this.options.ofInstance(caller, id, language);
  }
}
