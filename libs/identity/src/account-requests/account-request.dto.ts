import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '#libs/platform';
import { DIVISION_PATTERN, IsCreditCode } from '../administration/organisation.dto.js';
import { IsIdNumber, IsPhone } from '../personal-data/is-personal-number.js';
import { ACCOUNT_REQUEST_STATUSES, type AccountRequestStatus } from './account-request.entity.js';

export class AccountRequestDto {
  @ApiProperty({ example: '52510000MJX9D1095D', description: '统一社会信用代码' })
  @IsCreditCode()
  creditCode!: string;

  @ApiProperty({ minLength: 2, maxLength: 128 })
  @IsString()
  @Length(2, 128)
  organisationName!: string;

  @ApiProperty({ example: 'social-organisation', description: 'A kind of GET /account-requests/kinds' })
  @IsString()
  @MaxLength(32)
  kind!: string;

  @ApiProperty({ example: '513431', description: 'Registered office, at least to the county' })
  @Matches(DIVISION_PATTERN)
  divisionCode!: string;

  @ApiProperty({ minLength: 2, maxLength: 64 })
  @IsString()
  @Length(2, 64)
  contactName!: string;

  @ApiProperty({ example: '13800138000' })
  @IsPhone()
  phone!: string;

  @ApiProperty({ example: '11010519491231002X' })
  @IsIdNumber()
  idNumber!: string;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 128 })
  @IsOptional()
  @IsEmail()
  @MaxLength(128)
  email?: string | null;
}

export class ReviewQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ACCOUNT_REQUEST_STATUSES, default: 'pending' })
  @IsOptional()
  @IsIn(ACCOUNT_REQUEST_STATUSES)
  status: AccountRequestStatus = 'pending';
}

export class RefusalDto {
  @ApiProperty({ minLength: 2, maxLength: 500 })
  @IsString()
  @Length(2, 500)
  reason!: string;
}
