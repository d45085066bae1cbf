import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A scan that proves what a request says: registration certificate, letter of the organisation. */
@Entity('identity_account_document')
export class AccountDocument {
  @PrimaryColumn({ type: 'bigint' })
  id!: number;

  @Index('ix_identity_account_document__request_id')
  @Column({ name: 'request_id', type: 'bigint' })
  requestId!: number;

  @Column({ type: 'varchar', length: 255 })
  name!: string;

  /** Content in the file store. */
  @Column({ type: 'char', length: 64 })
  sha256!: string;

  @Column({ type: 'int' })
  size!: number;

  @Column({ name: 'media_type', type: 'varchar', length: 128 })
  mediaType!: string;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;
}
