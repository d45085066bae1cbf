import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** 日历订阅: the private address of one person's deadlines. One a person; a new one replaces it. Times are system time. */
@Entity('deadlines_calendar_link')
export class CalendarLink {
  @PrimaryColumn({ name: 'user_id', type: 'bigint' })
  userId!: number;

  /** Hex SHA-256 of the token, which nobody keeps. */
  @Index('uq_deadlines_calendar_link__token_hash', { unique: true })
  @Column({ name: 'token_hash', type: 'char', length: 64 })
  tokenHash!: string;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  /** The last time that a calendar program came, to the hour. */
  @Column({ name: 'used_at', type: 'datetime', precision: 3, nullable: true })
  usedAt!: Date | null;
}
