import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { ByRecord, type Caller, CurrentCaller, Public } from '#libs/identity';
import { READ_KINDS, type ReceiptView, type Verification } from '../receipt.js';
import { ReceiptReader } from '../receipt.reader.js';

const MOMENT = { type: String, format: 'date-time' } as const;

export class ReceiptPath {
  @ApiProperty({ example: '1042-17' })
  @Matches(/^[R\d][\d-]{0,31}$/)
  number!: string;
}

export class VerificationQuery {
  @ApiProperty({ description: 'Hash of the receipt, 64 hex digits' })
  @Matches(/^[0-9a-fA-F]{64}$/)
  hash!: string;
}

export class ReceiptAttachment {
  @ApiProperty() id!: number;
  @ApiProperty() sha256!: string;
}

export class ReceiptAnswer {
  @ApiProperty() number!: string;
  @ApiProperty({ enum: ['submission', ...READ_KINDS] }) kind!: ReceiptView['kind'];
  @ApiProperty() rootId!: number;
  @ApiProperty() caseTitle!: string;
  @ApiProperty() event!: string;
  @ApiProperty() person!: string;
  @ApiProperty() organisation!: string;
  @ApiProperty({ type: String, nullable: true }) onBehalfOf!: string | null;
  @ApiProperty(MOMENT) at!: Date;
  @ApiProperty(MOMENT) recordedAt!: Date;
  @ApiProperty() contentHash!: string;
  @ApiProperty() hash!: string;
  @ApiProperty({ type: [ReceiptAttachment] }) attachments!: ReceiptAttachment[];
}

export class VerificationAnswer {
  @ApiProperty() valid!: boolean;
  @ApiProperty({ ...MOMENT, nullable: true }) at!: Date | null;
  @ApiProperty({ ...MOMENT, nullable: true }) recordedAt!: Date | null;
}

/** 送达回执. */
@ApiTags('receipts')
@Controller('receipts/:number')
export class ReceiptsController {
  constructor(private readonly receipts: ReceiptReader) {}

  @Get()
  @ByRecord()
  @ApiBearerAuth()
  @ApiOkResponse({ type: ReceiptAnswer })
  read(@CurrentCaller() caller: Caller, @Param() { number }: ReceiptPath): Promise<ReceiptView> {
    return this.receipts.read(caller, number);
  }

  /** For anybody who was shown a receipt: number and hash belong together, or they do not. */
  @Get('verification')
  @Public()
  @ApiOkResponse({ type: VerificationAnswer })
  verify(@Param() { number }: ReceiptPath, @Query() { hash }: VerificationQuery): Promise<Verification> {
    return this.receipts.verify(number, hash);
  }
}
