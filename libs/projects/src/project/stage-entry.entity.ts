import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a project entered a stage (阶段): the basis of cycle times. Added to, never changed. */
@Entity('projects_stage_entry')
export class StageEntryEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ type: 'varchar', length: 40 })
  stage!: string;

  @Column({ name: 'entered_at', type: 'datetime', precision: 3 })
  enteredAt!: Date;
}
