import { ApiProperty } from '@nestjs/swagger';
import { INSTALMENT_STATUSES, type InstalmentStatus } from './instalment.entity.js';

/** One instalment as the API shows it; amount in fen. */
export class InstalmentView {
  @ApiProperty()
  number!: number;

  @ApiProperty()
  amount!: number;

  @ApiProperty()
  condition!: string;

  @ApiProperty({ enum: INSTALMENT_STATUSES })
  status!: InstalmentStatus;

  @ApiProperty({ type: String, nullable: true })
  invoiceNo!: string | null;

  @ApiProperty({ type: Number, nullable: true })
  invoiceAttachmentId!: number | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  claimedAt!: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  approvedAt!: Date | null;

  @ApiProperty({ type: String, nullable: true })
  voucherNo!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  paidAt!: Date | null;
}
