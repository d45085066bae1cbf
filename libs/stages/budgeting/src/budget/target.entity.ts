import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One performance target (绩效目标); the weights of a budget add up to 100. */
@Entity('budgeting_target')
export class TargetEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'budget_id', type: 'bigint' })
  budgetId!: number;

  @Column({ type: 'int' })
  number!: number;

  @Column({ type: 'varchar', length: 40 })
  dimension!: string;

  @Column({ type: 'varchar', length: 200 })
  indicator!: string;

  @Column({ type: 'varchar', length: 20 })
  operator!: string;

  @Column({ type: 'varchar', length: 100 })
  value!: string;

  @Column({ type: 'varchar', length: 20 })
  unit!: string;

  @Column({ type: 'int' })
  weight!: number;

  @Column({ type: 'varchar', length: 500, nullable: true })
  evidence!: string | null;
}
