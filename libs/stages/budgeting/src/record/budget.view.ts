import { ApiProperty } from '@nestjs/swagger';
import { SIGN_OFF_KINDS, type SignOffKind } from '../sign-off/sign-off.entity.js';

export class LineSourceView {
  @ApiProperty()
  account!: number;

  @ApiProperty()
  amount!: number;
}

/** One line with what finance grants of it; amounts in fen, null until finance has reviewed. */
export class BudgetLineView {
  @ApiProperty()
  number!: number;

  @ApiProperty()
  subject!: string;

  @ApiProperty()
  item!: string;

  @ApiProperty()
  unitPrice!: number;

  @ApiProperty()
  unit!: string;

  @ApiProperty()
  quantity!: number;

  @ApiProperty()
  times!: number;

  @ApiProperty()
  amount!: number;

  @ApiProperty()
  basis!: string;

  @ApiProperty({ type: [LineSourceView] })
  sources!: readonly LineSourceView[];

  @ApiProperty({ type: Number, nullable: true })
  approvedAmount!: number | null;

  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
}

export class TargetView {
  @ApiProperty()
  number!: number;

  @ApiProperty()
  dimension!: string;

  @ApiProperty()
  indicator!: string;

  @ApiProperty()
  operator!: string;

  @ApiProperty()
  value!: string;

  @ApiProperty()
  unit!: string;

  @ApiProperty()
  weight!: number;

  @ApiProperty({ type: String, nullable: true })
  evidence!: string | null;
}

export class BudgetOpinionView {
  @ApiProperty()
  level!: string;

  @ApiProperty()
  outcome!: string;

  @ApiProperty()
  opinion!: string;

  @ApiProperty({ type: Number, nullable: true })
  approvedTotal!: number | null;

  @ApiProperty()
  revision!: number;

  @ApiProperty({ type: String, nullable: true })
  organisationName!: string | null;

  @ApiProperty({ type: String, nullable: true })
  userName!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
}

export class SignOffView {
  @ApiProperty({ enum: SIGN_OFF_KINDS })
  kind!: SignOffKind;

  @ApiProperty()
  documentNo!: string;

  @ApiProperty()
  amount!: number;

  @ApiProperty({ format: 'date' })
  onDate!: string;

  @ApiProperty({ type: String, nullable: true })
  note!: string | null;

  @ApiProperty({ type: String, nullable: true })
  userName!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
}

/** Records of the budgeting stage; empty until a budget is submitted. Amounts in fen. */
export class BudgetView {
  @ApiProperty({ description: '0 before the first budget' })
  revision!: number;

  @ApiProperty()
  total!: number;

  @ApiProperty({ type: [BudgetLineView] })
  lines!: readonly BudgetLineView[];

  @ApiProperty({ type: [TargetView] })
  targets!: readonly TargetView[];

  @ApiProperty({ type: [BudgetOpinionView] })
  opinions!: readonly BudgetOpinionView[];

  @ApiProperty({ type: [SignOffView] })
  documents!: readonly SignOffView[];
}
