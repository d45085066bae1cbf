import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The result of an acceptance for one standard of the contract. */
@Entity('evaluation_acceptance_item')
export class AcceptanceItemEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'acceptance_id', type: 'bigint' })
  acceptanceId!: number;

  @Column({ type: 'int' })
  position!: number;

  @Column({ type: 'varchar', length: 300 })
  standard!: string;

  @Column({ type: 'varchar', length: 12 })
  result!: string;

  @Column({ type: 'varchar', length: 500, nullable: true })
  note!: string | null;
}
