import { Column, Entity, PrimaryColumn } from 'typeorm';

export const SERVICE_STATUSES = ['preparing', 'serving', 'completed'] as const;
export type ServiceStatus = (typeof SERVICE_STATUSES)[number];

/** 履约: the service of one contract while it is monitored. */
@Entity('monitoring_service')
export class ServiceEntity {
  @PrimaryColumn({ name: 'instance_id', type: 'bigint' })
  instanceId!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ name: 'contractor_id', type: 'bigint' })
  contractorId!: number;

  @Column({ name: 'service_from', type: 'date', utc: true })
  serviceFrom!: string;

  @Column({ name: 'service_to', type: 'date', utc: true })
  serviceTo!: string;

  @Column({ type: 'varchar', length: 12 })
  status!: ServiceStatus;

  @Column({ name: 'opened_at', type: 'datetime', precision: 3 })
  openedAt!: Date;

  @Column({ name: 'closed_at', type: 'datetime', precision: 3, nullable: true })
  closedAt!: Date | null;
}
