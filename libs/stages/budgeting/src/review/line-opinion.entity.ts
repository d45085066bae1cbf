import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What finance grants of one line, and why not all of it (逐项审核、核减). Amounts in fen. */
@Entity('budgeting_line_opinion')
export class LineOpinionEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'opinion_id', type: 'bigint' })
  opinionId!: number;

  @Column({ name: 'line_id', type: 'bigint' })
  lineId!: number;

  @Column({ type: 'int' })
  number!: number;

  @Column({ name: 'requested_amount', type: 'bigint' })
  requestedAmount!: number;

  @Column({ name: 'approved_amount', type: 'bigint' })
  approvedAmount!: number;

  @Column({ type: 'varchar', length: 1000, nullable: true })
  reason!: string | null;
}
