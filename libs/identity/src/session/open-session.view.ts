import { ApiProperty } from '@nestjs/swagger';

/** A login that is not over. */
export class OpenSessionView {
  @ApiProperty({ description: 'Number of the login: what is ended by it' })
  family!: number;

  @ApiProperty({ format: 'date-time' })
  openedAt!: string;

  @ApiProperty({
    format: 'date-time',
    description: 'When its tokens were renewed last; they are every quarter of an hour',
  })
  usedAt!: string;

  @ApiProperty({ format: 'date-time', description: 'When it is over unless it is used' })
  expiresAt!: string;

  @ApiProperty({ example: '10.52.7.19' })
  ip!: string;

  @ApiProperty({ type: String, nullable: true, example: 'Chrome 141' })
  browser!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Windows' })
  system!: string | null;

  @ApiProperty({ description: 'The one that asks' })
  isCurrent!: boolean;
}

export class EndedSessionsView {
  @ApiProperty({ description: 'How many logins were ended' })
  ended!: number;
}
