import { ApiProperty } from '@nestjs/swagger';
import { ORGANISATION_STATUSES, type OrganisationStatus } from '../organisations/organisation.entity.js';

/** An organisation as the outside sees it. */
export class OrganisationView {
  @ApiProperty({ example: 1007 })
  id!: number;

  @ApiProperty({ example: '11513431MJX9D0068A' })
  creditCode!: string;

  @ApiProperty({ example: '昭觉县民政局' })
  name!: string;

  @ApiProperty({ example: 'civil-affairs' })
  kind!: string;

  @ApiProperty({ example: '民政部门' })
  kindTitle!: string;

  @ApiProperty({ example: '513431' })
  divisionCode!: string;

  @ApiProperty({ enum: ORGANISATION_STATUSES })
  status!: OrganisationStatus;

  @ApiProperty({ description: '演示数据' })
  isDemo!: boolean;
}
