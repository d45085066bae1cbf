import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** 登录票据: what a browser that came back from the issuer holds for a minute, and exchanges once for tokens. */
@Entity('identity_sign_in_ticket')
export class SignInTicket {
  /** SHA-256 of the ticket, hexadecimal. */
  @PrimaryColumn({ name: 'ticket_hash', type: 'char', length: 64 })
  ticketHash!: string;

  @Column({ name: 'user_id', type: 'bigint' })
  userId!: number;

  @Index('ix_identity_sign_in_ticket__expires_at')
  @Column({ name: 'expires_at', type: 'datetime', precision: 3 })
  expiresAt!: Date;

  @Column({ name: 'used_at', type: 'datetime', precision: 3, nullable: true })
  usedAt!: Date | null;
}
