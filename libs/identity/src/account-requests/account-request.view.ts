import { ApiProperty } from '@nestjs/swagger';
import { ACCOUNT_REQUEST_STATUSES, type AccountRequestStatus } from './account-request.entity.js';

/** What an applicant keeps. */
export class ReceiptView {
  @ApiProperty({ example: '7KQ4-M2PX-9TDR' })
  receipt!: string;
}

export class DocumentView {
  @ApiProperty()
  id!: number;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  size!: number;

  @ApiProperty()
  mediaType!: string;
}

/** How a request stands, for whoever has its receipt. */
export class AccountRequestView {
  @ApiProperty()
  receipt!: string;

  @ApiProperty()
  organisationName!: string;

  @ApiProperty({ enum: ACCOUNT_REQUEST_STATUSES })
  status!: AccountRequestStatus;

  @ApiProperty({ type: String, nullable: true, description: 'Of a refusal' })
  reason!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  reviewedAt!: string | null;

  @ApiProperty({ type: [DocumentView] })
  documents!: readonly DocumentView[];
}

/** A request as its reviewer sees it: personal data masked. */
export class ReviewView extends AccountRequestView {
  @ApiProperty()
  id!: number;

  @ApiProperty()
  creditCode!: string;

  @ApiProperty({ example: 'social-organisation' })
  kind!: string;

  @ApiProperty({ example: '社会组织' })
  kindTitle!: string;

  @ApiProperty()
  divisionCode!: string;

  @ApiProperty({ example: '四川省凉山彝族自治州昭觉县' })
  divisionName!: string;

  @ApiProperty()
  contactName!: string;

  @ApiProperty({ type: String, nullable: true })
  email!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '138****8000' })
  phone!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '110105********002X' })
  idNumber!: string | null;
}
