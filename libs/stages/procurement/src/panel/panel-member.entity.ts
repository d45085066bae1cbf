import { Column, Entity, PrimaryColumn } from 'typeorm';

export const MEMBER_STATUSES = ['drawn', 'declared', 'replaced'] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

/** 磋商小组成员: an expert drawn at random; secret to the outside until the award. */
@Entity('procurement_panel_member')
export class PanelMemberEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ name: 'instance_id', type: 'bigint' })
  instanceId!: number;

  @Column({ name: 'user_id', type: 'bigint' })
  userId!: number;

  @Column({ type: 'varchar', length: 12 })
  status!: MemberStatus;

  /** With the seed and the pool the order of the draw can be computed again. */
  @Column({ name: 'draw_seed', type: 'char', length: 32 })
  drawSeed!: string;

  @Column({ name: 'record_number', type: 'varchar', length: 60 })
  recordNumber!: string;

  @Column({ type: 'varchar', length: 500, nullable: true })
  statement!: string | null;

  @Column({ name: 'drawn_at', type: 'datetime', precision: 3 })
  drawnAt!: Date;
}
