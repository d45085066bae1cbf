import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Money of one source that a purchaser may use in a budget year (资金来源). Amounts in fen.
 * Free is `amount − approved + returned`; `approved` and `returned` change only under this row's lock.
 */
@Entity('projects_fund_account')
export class FundAccountEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'purchaser_id', type: 'bigint' })
  purchaserId!: number;

  @Column({ name: 'division_code', type: 'varchar', length: 12 })
  divisionCode!: string;

  @Column({ type: 'int' })
  year!: number;

  @Column({ type: 'varchar', length: 40 })
  source!: string;

  @Column({ type: 'varchar', length: 120 })
  title!: string;

  @Column({ name: 'document_no', type: 'varchar', length: 120 })
  documentNo!: string;

  @Column({ type: 'bigint' })
  amount!: number;

  @Column({ type: 'bigint', default: 0 })
  approved!: number;

  @Column({ type: 'bigint', default: 0 })
  returned!: number;
}
