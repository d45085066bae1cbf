import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Sums of the postings of one project on one fund account, in fen; guarded by checks of the table. */
@Entity('projects_balance')
export class BalanceEntity {
  @PrimaryColumn({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @PrimaryColumn({ name: 'account_id', type: 'bigint' })
  accountId!: number;

  @Column({ type: 'bigint' })
  approved!: number;

  @Column({ type: 'bigint' })
  released!: number;

  @Column({ type: 'bigint' })
  committed!: number;

  @Column({ type: 'bigint' })
  paid!: number;

  @Column({ type: 'bigint' })
  returned!: number;
}
