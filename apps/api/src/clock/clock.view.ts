import { ApiProperty } from '@nestjs/swagger';
import { CLOCK_MODES, type ClockMode } from '#libs/platform';

/** Business time as clients count with it. */
export class ClockView {
  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ description: 'Business seconds that pass in one second' })
  rate!: number;

  @ApiProperty({ enum: CLOCK_MODES })
  mode!: ClockMode;

  @ApiProperty({ description: 'Grows with each change' })
  revision!: number;
}
