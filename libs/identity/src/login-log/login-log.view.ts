import { ApiProperty } from '@nestjs/swagger';
import { LOGIN_OUTCOMES, type LoginOutcome } from '../session/login-log.entity.js';

/** One line of the login log. */
export class LoginEntryView {
  @ApiProperty()
  seq!: number;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ description: 'As it was typed' })
  login!: string;

  @ApiProperty({ type: Number, nullable: true })
  userId!: number | null;

  @ApiProperty({ type: String, nullable: true })
  userName!: string | null;

  @ApiProperty({ type: String, nullable: true })
  organisationName!: string | null;

  @ApiProperty({ enum: LOGIN_OUTCOMES, enumName: 'LoginOutcome' })
  outcome!: LoginOutcome;

  @ApiProperty()
  ip!: string;

  @ApiProperty()
  userAgent!: string;
}
