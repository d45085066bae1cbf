import { Column, Entity, PrimaryColumn } from 'typeorm';

export const SERVICE_KINDS = ['case', 'group', 'community', 'visit', 'training'] as const;
/** 个案、小组、社区活动、探访、培训 */
export type ServiceKind = (typeof SERVICE_KINDS)[number];

/** 服务日志: a pure record entry of the contractor's social worker; it can be added, never changed. */
@Entity('monitoring_service_log')
export class ServiceLogEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ name: 'served_on', type: 'date', utc: true })
  servedOn!: string;

  @Column({ type: 'varchar', length: 12 })
  kind!: ServiceKind;

  @Column({ name: 'village_code', type: 'varchar', length: 12 })
  villageCode!: string;

  @Column({ type: 'int' })
  people!: number;

  @Column({ type: 'int' })
  minutes!: number;

  @Column({ type: 'text' })
  content!: string;

  @Column({ name: 'recorded_by', type: 'bigint' })
  recordedBy!: number;

  @Column({ name: 'recorded_at', type: 'datetime', precision: 3 })
  recordedAt!: Date;
}
