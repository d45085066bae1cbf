import { Column, Entity, PrimaryColumn } from 'typeorm';

export const NEED_QUESTIONS = ['fitness', 'principle', 'feasibility'] as const;
/** 购买适宜性, 基本原则, 可行性: the three lists of questions that every need answers line by line. */
export type NeedQuestion = (typeof NEED_QUESTIONS)[number];

/** One answered line of a need. */
@Entity('application_need_answer')
export class NeedAnswerEntity {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'need_id', type: 'bigint' })
  needId!: number;

  @Column({ type: 'varchar', length: 20 })
  question!: NeedQuestion;

  /** Key of the line in the form. */
  @Column({ type: 'varchar', length: 40 })
  item!: string;

  /** What was chosen where the line asks for more than a reason. */
  @Column({ type: 'varchar', length: 20, nullable: true })
  choice!: string | null;

  @Column({ type: 'text' })
  answer!: string;
}
