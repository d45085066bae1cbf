import { Column, Entity, PrimaryColumn } from 'typeorm';

export const ROUND_STATUSES = ['announced', 'opened', 'awarded', 'failed'] as const;
export type RoundStatus = (typeof ROUND_STATUSES)[number];

/** 采购活动: one announced procurement of an instance, from the notice to the award or the termination. */
@Entity('procurement_round')
export class RoundEntity {
  @PrimaryColumn({ name: 'instance_id', type: 'bigint' })
  instanceId!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ type: 'varchar', length: 60 })
  number!: string;

  @Column({ type: 'varchar', length: 200 })
  title!: string;

  @Column({ name: 'ceiling_price', type: 'bigint' })
  ceilingPrice!: number;

  @Column({ type: 'varchar', length: 12 })
  status!: RoundStatus;

  @Column({ name: 'announced_at', type: 'datetime', precision: 3 })
  announcedAt!: Date;

  /** Until then nobody reads a price or who has responded. */
  @Column({ name: 'opened_at', type: 'datetime', precision: 3, nullable: true })
  openedAt!: Date | null;

  @Column({ name: 'closed_at', type: 'datetime', precision: 3, nullable: true })
  closedAt!: Date | null;

  @Column({ name: 'close_reason', type: 'varchar', length: 500, nullable: true })
  closeReason!: string | null;
}
