import { ApiProperty } from '@nestjs/swagger';

/** The contract as the API shows it; amount in fen. */
export class ContractView {
  @ApiProperty()
  number!: string;

  @ApiProperty()
  contractorId!: number;

  @ApiProperty()
  amount!: number;

  @ApiProperty({ format: 'date' })
  signedOn!: string;

  @ApiProperty({ format: 'date' })
  serviceFrom!: string;

  @ApiProperty({ format: 'date' })
  serviceTo!: string;

  @ApiProperty({ type: String, nullable: true })
  noticeNo!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  publishedAt!: Date | null;

  @ApiProperty({ type: String, nullable: true })
  filingNo!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  filedAt!: Date | null;
}
