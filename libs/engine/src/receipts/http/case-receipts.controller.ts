import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiProperty, ApiTags, PickType } from '@nestjs/swagger';
import { ByRecord, type Caller, CurrentCaller } from '#libs/identity';
import { RecordIdPipe } from '#libs/platform';
import { InLanguage } from '../../http/language.param.js';
import type { Language } from '../../language/language.js';
import { CaseReceipts, type ReceiptLine } from '../case.receipts.js';
import { ReceiptAnswer } from './receipts.controller.js';

export class CaseReceiptAnswer extends PickType(ReceiptAnswer, ['number', 'kind', 'at', 'recordedAt', 'hash']) {
  @ApiProperty({ description: 'What was done, in words; `read` for a notice' }) title!: string;
}

/** 我的回执 of one case. */
@ApiTags('receipts')
@ApiBearerAuth()
@Controller('cases/:id/receipts')
@ByRecord()
export class CaseReceiptsController {
  constructor(private readonly receipts: CaseReceipts) {}

  @Get()
  @ApiOkResponse({ type: [CaseReceiptAnswer] })
  list(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @InLanguage() language: Language,
  ): Promise<readonly ReceiptLine[]> {
    return this.receipts.read(caller, id, language);
  }
}
