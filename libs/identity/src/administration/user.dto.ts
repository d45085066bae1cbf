import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { PageQuery } from '#libs/platform';
import { IsIdNumber, IsPhone } from '../personal-data/is-personal-number.js';
import { PERSONAL_FIELDS, type PersonalField } from '../personal-data/user.numbers.js';
import { USER_STATUSES, type UserStatus } from '../users/user.entity.js';
import { ROLE_REQUEST_STATUSES, type RoleRequestStatus } from './role-request.entity.js';

export const LOGIN_PATTERN = /^[a-z0-9][a-z0-9.-]{2,63}$/;
const FIELDS = Object.keys(PERSONAL_FIELDS);

class PersonDto {
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 128 })
  @IsOptional()
  @IsEmail()
  @MaxLength(128)
  email?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: '13800138000' })
  @IsOptional()
  @IsPhone()
  phone?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: '11010519491231002X' })
  @IsOptional()
  @IsIdNumber()
  idNumber?: string | null;
}

class RolesDto {
  @ApiProperty({ type: [String], example: ['business-officer'] })
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(32, { each: true })
  roles!: string[];
}

export class CreateUserDto extends PersonDto {
  @ApiProperty({ pattern: LOGIN_PATTERN.source, example: 'zhaojue.new' })
  @Matches(LOGIN_PATTERN)
  login!: string;

  @ApiProperty({ maxLength: 64 })
  @IsString()
  @Length(1, 64)
  name!: string;

  @ApiProperty()
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  organisationId!: number;

  @ApiProperty({ type: [String], description: 'Asked for; they hold once the security administrator has granted them' })
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(32, { each: true })
  roles!: string[];
}

export class ChangeUserDto extends PersonDto {
  @ApiPropertyOptional({ maxLength: 64 })
  @IsOptional()
  @IsString()
  @Length(1, 64)
  name?: string;
}

export class ReasonDto {
  @ApiProperty({ minLength: 2, maxLength: 200 })
  @IsString()
  @Length(2, 200)
  reason!: string;
}

export class UserStatusDto extends ReasonDto {
  @ApiProperty({ enum: USER_STATUSES })
  @IsIn(USER_STATUSES)
  status!: UserStatus;
}

export class RequestRolesDto extends RolesDto {}

export class SetRolesDto extends RolesDto {
  @ApiProperty({ minLength: 2, maxLength: 200 })
  @IsString()
  @Length(2, 200)
  reason!: string;
}

export class RoleDecisionDto {
  @ApiProperty()
  @IsBoolean()
  granted!: boolean;

  @ApiPropertyOptional({ maxLength: 200, description: 'Asked for with a refusal' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  reason?: string;
}

export class UnmaskUserDto extends ReasonDto {
  @ApiProperty({ enum: FIELDS })
  @IsIn(FIELDS)
  field!: PersonalField;
}

export class UserQuery extends PageQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  organisationId?: number;

  @ApiPropertyOptional({ enum: USER_STATUSES })
  @IsOptional()
  @IsIn(USER_STATUSES)
  status?: UserStatus;

  @ApiPropertyOptional({
    maxLength: 64,
    description: 'Part of the name or login; or a whole telephone or identity number',
  })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  q?: string;
}

export class RoleRequestQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ROLE_REQUEST_STATUSES, default: 'pending' })
  @IsOptional()
  @IsIn(ROLE_REQUEST_STATUSES)
  status: RoleRequestStatus = 'pending';
}
