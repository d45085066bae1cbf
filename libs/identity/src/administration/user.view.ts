import { ApiProperty } from '@nestjs/swagger';
import { USER_STATUSES, type UserStatus } from '../users/user.entity.js';
import { ROLE_REQUEST_STATUSES, type RoleRequestStatus } from './role-request.entity.js';

/** A user as administrators see it: personal data masked. */
export class UserView {
  @ApiProperty({ example: 1042 })
  id!: number;

  @ApiProperty({ example: 'zhaojue.business' })
  login!: string;

  @ApiProperty({ example: '阿牛伍各' })
  name!: string;

  @ApiProperty({ type: String, nullable: true })
  email!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '138****8000' })
  phone!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '110105********002X' })
  idNumber!: string | null;

  @ApiProperty()
  organisationId!: number;

  @ApiProperty({ example: '昭觉县民政局' })
  organisationName!: string;

  @ApiProperty({ type: [String] })
  roles!: readonly string[];

  @ApiProperty({ type: [String], example: ['业务股经办'] })
  roleTitles!: readonly string[];

  @ApiProperty({ type: [String], description: 'Asked for, not yet granted' })
  pendingRoles!: readonly string[];

  @ApiProperty({ enum: USER_STATUSES })
  status!: UserStatus;

  @ApiProperty()
  isDemo!: boolean;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}

/** A new account: the code is in this answer and nowhere else. */
export class OpenedAccountView {
  @ApiProperty()
  userId!: number;

  @ApiProperty({ example: 'zhaojue.new' })
  login!: string;

  @ApiProperty({ example: '7KQ4-M2PX-9TDR', description: 'With it the person chooses a password' })
  code!: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;
}

/** A role that waits for the security administrator, or was decided. */
export class RoleRequestView {
  @ApiProperty()
  id!: number;

  @ApiProperty()
  userId!: number;

  @ApiProperty({ example: '阿牛伍各（zhaojue.business）' })
  userName!: string;

  @ApiProperty()
  organisationName!: string;

  @ApiProperty({ example: 'business-officer' })
  role!: string;

  @ApiProperty({ example: '业务股经办' })
  roleTitle!: string;

  @ApiProperty()
  requestedByName!: string;

  @ApiProperty({ format: 'date-time' })
  requestedAt!: string;

  @ApiProperty({ enum: ROLE_REQUEST_STATUSES })
  status!: RoleRequestStatus;

  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
}

/** Personal data in the clear; that it was seen is recorded. */
export class UnmaskedView {
  @ApiProperty({ example: '13800138000' })
  value!: string;
}
