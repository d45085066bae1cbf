import { ApiProperty } from '@nestjs/swagger';
import { POSTING_KINDS, type PostingKind } from './posting.entity.js';

/** Where the money of one fund account stands in a project, in fen. */
export class AccountMoneyView {
  @ApiProperty()
  account!: number;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  source!: string;

  @ApiProperty()
  approved!: number;

  @ApiProperty()
  released!: number;

  @ApiProperty()
  committed!: number;

  @ApiProperty()
  paid!: number;

  @ApiProperty()
  returned!: number;
}

/** Where a project's money stands, in fen. */
export class MoneyView {
  @ApiProperty()
  planned!: number;

  @ApiProperty()
  approved!: number;

  @ApiProperty()
  released!: number;

  @ApiProperty()
  committed!: number;

  @ApiProperty()
  paid!: number;

  @ApiProperty()
  returned!: number;

  @ApiProperty({ type: [AccountMoneyView] })
  accounts!: readonly AccountMoneyView[];
}

/** One line of the ledger; a negative amount takes back. */
export class PostingView {
  @ApiProperty()
  id!: number;

  @ApiProperty()
  account!: number;

  @ApiProperty()
  accountTitle!: string;

  @ApiProperty({ enum: POSTING_KINDS })
  kind!: PostingKind;

  @ApiProperty()
  amount!: number;

  @ApiProperty()
  documentNo!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
}

export class LedgerPageView {
  @ApiProperty({ type: [PostingView] })
  items!: readonly PostingView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

/** A fund account and what is still free in it, in fen. */
export class FundAccountView {
  @ApiProperty()
  id!: number;

  @ApiProperty()
  purchaserId!: number;

  @ApiProperty()
  purchaserName!: string;

  @ApiProperty()
  year!: number;

  @ApiProperty()
  source!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  documentNo!: string;

  @ApiProperty()
  amount!: number;

  @ApiProperty()
  approved!: number;

  @ApiProperty()
  returned!: number;

  @ApiProperty()
  free!: number;
}

export class FundAccountPageView {
  @ApiProperty({ type: [FundAccountView] })
  items!: readonly FundAccountView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
