import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 采购需求: what is bought, as submitted for review; the newest row of an instance is the one in force. */
@Entity('procurement_need')
export class NeedEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ name: 'instance_id', type: 'bigint' })
  instanceId!: number;

  @Column({ name: 'service_content', type: 'text' })
  serviceContent!: string;

  @Column({ name: 'service_standard', type: 'text' })
  serviceStandard!: string;

  @Column({ type: 'text' })
  qualification!: string;

  @Column({ name: 'period_months', type: 'int' })
  periodMonths!: number;

  /** 最高限价, fen. */
  @Column({ name: 'ceiling_price', type: 'bigint' })
  ceilingPrice!: number;

  /** Points of the price; the criteria have the rest of 100. */
  @Column({ name: 'price_weight', type: 'int' })
  priceWeight!: number;

  @Column({ name: 'recorded_by', type: 'bigint' })
  recordedBy!: number;

  @Column({ name: 'recorded_at', type: 'datetime', precision: 3 })
  recordedAt!: Date;
}
