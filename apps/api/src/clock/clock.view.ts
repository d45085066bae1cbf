import { ApiProperty } from '@nestjs/swagger';

const MODES = ['real', 'settable'] as const;

/** Business time as clients count with it. */
export class ClockView {
  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ description: 'Business seconds that pass in one second' })
  rate!: number;

  @ApiProperty({ enum: MODES })
  mode!: (typeof MODES)[number];

  @ApiProperty({ description: 'Grows with each change' })
  revision!: number;
}
