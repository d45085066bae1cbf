import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { registerDecorator, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '#libs/platform';
import { isCreditCode } from '../organisations/credit-code.js';
import { ORGANISATION_STATUSES, type OrganisationStatus } from '../organisations/organisation.entity.js';
import { ReasonDto } from './user.dto.js';

export const DIVISION_PATTERN = /^\d{2}(?:\d{2}(?:\d{2}(?:\d{3}(?:\d{3})?)?)?)?$/;

/** 统一社会信用代码 with right check characters. */
export function IsCreditCode(): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'isCreditCode',
      target: target.constructor,
      propertyName: String(propertyName),
      options: { message: '应为18位统一社会信用代码，校验码须正确' },
      validator: { validate: (value: unknown) => typeof value === 'string' && isCreditCode(value) },
    });
}

export class CreateOrganisationDto {
  @ApiProperty({ example: '52510000MJX9D1095D' })
  @IsCreditCode()
  creditCode!: string;

  @ApiProperty({ minLength: 2, maxLength: 128 })
  @IsString()
  @Length(2, 128)
  name!: string;

  @ApiProperty({ example: 'social-organisation' })
  @IsString()
  @MaxLength(32)
  kind!: string;

  @ApiProperty({ example: '513431' })
  @Matches(DIVISION_PATTERN)
  divisionCode!: string;
}

export class ChangeOrganisationDto {
  @ApiPropertyOptional({ minLength: 2, maxLength: 128 })
  @IsOptional()
  @IsString()
  @Length(2, 128)
  name?: string;

  @ApiPropertyOptional({ example: '513431' })
  @IsOptional()
  @Matches(DIVISION_PATTERN)
  divisionCode?: string;
}

export class OrganisationStatusDto extends ReasonDto {
  @ApiProperty({ enum: ORGANISATION_STATUSES })
  @IsIn(ORGANISATION_STATUSES)
  status!: OrganisationStatus;
}

export class ManagedOrganisationQuery extends PageQuery {
  @ApiPropertyOptional({ maxLength: 32 })
  @IsOptional()
  @IsString()
  @MaxLength(32)
  kind?: string;

  @ApiPropertyOptional({ example: '5134', description: 'In this division and below' })
  @IsOptional()
  @Matches(DIVISION_PATTERN)
  division?: string;

  @ApiPropertyOptional({ enum: ORGANISATION_STATUSES })
  @IsOptional()
  @IsIn(ORGANISATION_STATUSES)
  status?: OrganisationStatus;

  @ApiPropertyOptional({ maxLength: 64, description: 'Part of the name, or the credit code' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  q?: string;
}
