import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 每日提醒: what one person is written of in one morning. Unique by (user, day): at most one a day, whatever restarts. */
@Entity('deadlines_digest')
export class Digest {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'user_id', type: 'bigint' })
  userId!: number;

  /** Local day, `YYYY-MM-DD`. */
  @Column({ type: 'date' })
  day!: string;

  /** Business time. */
  @Column({ name: 'composed_at', type: 'datetime', precision: 3 })
  composedAt!: Date;
}
