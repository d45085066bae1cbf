import { ApiProperty } from '@nestjs/swagger';

/** A law as it is cited, for whoever shows a deadline. */
export class LawView {
  @ApiProperty({ example: 'sme-payment#9', description: 'As processes and deadlines carry it' })
  reference!: string;

  @ApiProperty({ example: '《保障中小企业款项支付条例》第9条' })
  citation!: string;

  @ApiProperty({ type: String, nullable: true, description: 'What the article says, in our own words' })
  text!: string | null;
}
