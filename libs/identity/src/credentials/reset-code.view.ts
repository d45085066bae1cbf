import { ApiProperty } from '@nestjs/swagger';

/** A code for somebody who cannot get in; it is in this answer and nowhere else. */
export class ResetCodeView {
  @ApiProperty({ example: 'zhaojue.business' })
  login!: string;

  @ApiProperty({ example: '7KQ4-M2PX-9TDR' })
  code!: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;
}
