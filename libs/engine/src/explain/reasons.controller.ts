import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ByRecord, type Caller, CurrentCaller } from '#libs/identity';
import { RecordIdPipe } from '#libs/platform';
import { InLanguage } from '../http/language.param.js';
import type { Language } from '../language/language.js';
import { type CaseReasons, ReasonReader } from './case.reasons.js';
import { CaseReasonsAnswer } from './reasons.answer.js';

/** 说明: why a case stands where it stands. */
@ApiTags('cases')
@ApiBearerAuth()
@Controller('cases')
@ByRecord()
export class ReasonsController {
  constructor(private readonly reasons: ReasonReader) {}

  @Get(':id/explain')
  @ApiOkResponse({ type: CaseReasonsAnswer })
  explain(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @InLanguage() language: Language,
  ): Promise<CaseReasons> {
    return this.reasons.read(caller, id, language);
  }
}
