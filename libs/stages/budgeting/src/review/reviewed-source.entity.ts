import { Column, Entity, PrimaryColumn } from 'typeorm';

/** From which account how much of a line is granted; what sign-off posts. Amount in fen. */
@Entity('budgeting_reviewed_source')
export class ReviewedSourceEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'opinion_id', type: 'bigint' })
  opinionId!: number;

  @Column({ name: 'line_id', type: 'bigint' })
  lineId!: number;

  @Column({ name: 'account_id', type: 'bigint' })
  accountId!: number;

  @Column({ type: 'bigint' })
  amount!: number;
}
