import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where the secrets lie, as their seals say. */
export const SEAL_CONTEXT = 'identity_second_factor.sealed_secret';

/** 第二因素: the secret that a user's authenticator makes six-digit codes of (RFC 6238). */
@Entity('identity_second_factor')
export class SecondFactor {
  @PrimaryColumn({ name: 'user_id', type: 'bigint' })
  userId!: number;

  /** Sealed with the installation's key: who reads the table can make no codes. */
  @Column({ name: 'sealed_secret', type: 'varchar', length: 512 })
  sealedSecret!: string;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  /** When the first code proved that the authenticator has it; until then no login asks for it. */
  @Column({ name: 'confirmed_at', type: 'datetime', precision: 3, nullable: true })
  confirmedAt!: Date | null;

  /** Time step (30 s) of the last code that was taken: no code is taken twice. */
  @Column({ name: 'last_step', type: 'bigint', nullable: true })
  lastStep!: number | null;
}
