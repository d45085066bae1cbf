import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChannelName } from '../channels/channel.js';

/** One urgent notification, or a digest. */
export const SENDING_SUBJECTS = ['notification', 'digest'] as const;
export type SendingSubject = (typeof SENDING_SUBJECTS)[number];

/**
 * `settled`: all that it told of was done before it could go. `no-address`: the person has none for that channel.
 * `dead`: given up (死信), until an operator sends it again.
 */
export const SENDING_STATES = ['pending', 'sent', 'settled', 'no-address', 'dead'] as const;
export type SendingState = (typeof SENDING_STATES)[number];

/** 发送: one message on its way to one person by one channel. The row is the truth; at least once, with a fixed id. */
@Entity('deadlines_sending')
export class Sending {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Column({ name: 'user_id', type: 'bigint' })
  userId!: number;

  @Column({ type: 'varchar', length: 12 })
  channel!: ChannelName;

  @Column({ type: 'varchar', length: 12 })
  subject!: SendingSubject;

  @Column({ name: 'subject_id', type: 'bigint' })
  subjectId!: number;

  /** 0 for a digest, which is about several cases. */
  @Column({ name: 'root_id', type: 'bigint' })
  rootId!: number;

  @Column({ type: 'varchar', length: 12 })
  state!: SendingState;

  /** Business time, for quiet hours and days off. The other times are system time. */
  @Column({ name: 'not_before', type: 'datetime', precision: 3 })
  notBefore!: Date;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'int' })
  attempts!: number;

  /** How often it was sent again although the try before may have arrived. */
  @Column({ name: 'doubt_count', type: 'int' })
  doubtCount!: number;

  @Column({ name: 'retry_at', type: 'datetime', precision: 3, nullable: true })
  retryAt!: Date | null;

  @Column({ name: 'claimed_until', type: 'datetime', precision: 3, nullable: true })
  claimedUntil!: Date | null;

  /** When it was sent, settled or given up. */
  @Column({ name: 'closed_at', type: 'datetime', precision: 3, nullable: true })
  closedAt!: Date | null;

  @Column({ name: 'last_error', type: 'varchar', length: 500, nullable: true })
  lastError!: string | null;
}
