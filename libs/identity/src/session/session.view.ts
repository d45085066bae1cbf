import { ApiProperty } from '@nestjs/swagger';
import { ACCOUNT_DUTIES, type AccountDuty } from './account-duty.js';

/** The logged-in person as the client shows it. */
export class MeView {
  @ApiProperty({ example: 1042 })
  userId!: number;

  @ApiProperty({ example: 'zhaojue.business' })
  login!: string;

  @ApiProperty({ example: '阿牛伍各' })
  name!: string;

  @ApiProperty({ type: [String], example: ['business-officer'] })
  roles!: readonly string[];

  @ApiProperty({ type: [String], description: 'Titles of the roles in Chinese', example: ['业务股经办'] })
  roleTitles!: readonly string[];

  @ApiProperty({ type: [String], example: ['projects.start'] })
  permissions!: readonly string[];

  @ApiProperty({ example: 1007 })
  organisationId!: number;

  @ApiProperty({ example: '昭觉县民政局' })
  organisationName!: string;

  @ApiProperty({ example: 'civil-affairs' })
  organisationKind!: string;

  @ApiProperty({ example: '513431' })
  divisionCode!: string;

  @ApiProperty({ example: '四川省凉山彝族自治州昭觉县' })
  divisionName!: string;

  @ApiProperty({ description: 'Invented person of an invented or real body: mark it as 演示数据' })
  isDemo!: boolean;

  @ApiProperty({
    enum: ACCOUNT_DUTIES,
    enumName: 'AccountDuty',
    isArray: true,
    description: 'What must be done with the account first; until then all else answers 403. Refresh afterwards.',
  })
  duties!: readonly AccountDuty[];
}

/** What a client holds after logging in or refreshing. */
export class TokensView {
  @ApiProperty({ description: 'JWT for the Authorization header, 15 minutes' })
  accessToken!: string;

  @ApiProperty({ format: 'date-time' })
  accessTokenExpiresAt!: string;

  @ApiProperty({ description: 'Exchanged once at /sessions/refresh; the answer carries its successor' })
  refreshToken!: string;

  @ApiProperty({ format: 'date-time' })
  refreshTokenExpiresAt!: string;

  @ApiProperty({ type: MeView })
  user!: MeView;
}
