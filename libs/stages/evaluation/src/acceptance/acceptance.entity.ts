import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 履约验收: one acceptance; an unqualified one is followed by another. */
@Entity('evaluation_acceptance')
export class AcceptanceEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ name: 'instance_id', type: 'bigint' })
  instanceId!: number;

  @Column({ name: 'accepted_on', type: 'date', utc: true })
  acceptedOn!: string;

  @Column({ type: 'varchar', length: 500 })
  members!: string;

  /** 服务对象代表 who took part. */
  @Column({ type: 'int' })
  beneficiaries!: number;

  @Column({ type: 'varchar', length: 20 })
  conclusion!: string;

  @Column({ type: 'text' })
  opinion!: string;

  @Column({ name: 'recorded_by', type: 'bigint' })
  recordedBy!: number;

  @Column({ name: 'recorded_at', type: 'datetime', precision: 3 })
  recordedAt!: Date;
}
