import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line of a budget (预算明细): unit price × quantity × times. Amounts in fen. */
@Entity('budgeting_line')
export class BudgetLineEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'budget_id', type: 'bigint' })
  budgetId!: number;

  /** Place in the form, from 1. */
  @Column({ type: 'int' })
  number!: number;

  @Column({ type: 'varchar', length: 40 })
  subject!: string;

  @Column({ type: 'varchar', length: 200 })
  item!: string;

  @Column({ name: 'unit_price', type: 'bigint' })
  unitPrice!: number;

  @Column({ type: 'varchar', length: 20 })
  unit!: string;

  @Column({ type: 'int' })
  quantity!: number;

  @Column({ type: 'int' })
  times!: number;

  @Column({ type: 'bigint' })
  amount!: number;

  @Column({ type: 'text' })
  basis!: string;
}
