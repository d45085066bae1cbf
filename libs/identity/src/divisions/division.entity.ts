import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { DivisionLevel } from './division-level.js';

/** 行政区划: a division of the country, from province down to village. */
@Entity('identity_division')
export class Division {
  @PrimaryColumn({ type: 'varchar', length: 12 })
  code!: string;

  @Column({ type: 'varchar', length: 64 })
  name!: string;

  @Column({ type: 'varchar', length: 16 })
  level!: DivisionLevel;

  @Index('ix_identity_division__parent_code')
  @Column({ name: 'parent_code', type: 'varchar', length: 12, nullable: true })
  parentCode!: string | null;

  /** A farm, reserve or the like that has a code among the townships without being one. */
  @Column({ name: 'is_special', type: 'tinyint' })
  isSpecial!: boolean;
}
