import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The written contract (政府购买服务合同) of a project with its contractor (承接主体); amount in fen. */
@Entity('projects_contract')
export class ContractEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ type: 'varchar', length: 80 })
  number!: string;

  @Column({ name: 'contractor_id', type: 'bigint' })
  contractorId!: number;

  @Column({ type: 'bigint' })
  amount!: number;

  @Column({ name: 'signed_on', type: 'date', utc: true })
  signedOn!: string;

  @Column({ name: 'service_from', type: 'date', utc: true })
  serviceFrom!: string;

  @Column({ name: 'service_to', type: 'date', utc: true })
  serviceTo!: string;

  @Column({ name: 'signed_at', type: 'datetime', precision: 3 })
  signedAt!: Date;

  @Column({ name: 'notice_no', type: 'varchar', length: 120, nullable: true })
  noticeNo!: string | null;

  @Column({ name: 'published_at', type: 'datetime', precision: 3, nullable: true })
  publishedAt!: Date | null;

  @Column({ name: 'filing_no', type: 'varchar', length: 120, nullable: true })
  filingNo!: string | null;

  @Column({ name: 'filed_at', type: 'datetime', precision: 3, nullable: true })
  filedAt!: Date | null;
}
