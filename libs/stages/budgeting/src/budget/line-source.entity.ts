import { Column, Entity, PrimaryColumn } from 'typeorm';

/** From which fund account a line is to be paid (资金来源); amount in fen. */
@Entity('budgeting_line_source')
export class LineSourceEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'line_id', type: 'bigint' })
  lineId!: number;

  @Column({ name: 'account_id', type: 'bigint' })
  accountId!: number;

  @Column({ type: 'bigint' })
  amount!: number;
}
