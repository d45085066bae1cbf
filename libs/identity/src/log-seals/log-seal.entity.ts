import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 日志封存: a batch of rows of an append-only log, covered by a hash that also covers the batch before. */
@Entity('identity_log_seal')
export class LogSeal {
  @PrimaryColumn({ type: 'varchar', length: 32 })
  log!: string;

  /** From 1, without gaps. */
  @PrimaryColumn({ type: 'int' })
  number!: number;

  /** Highest `seq` of the batch; it begins behind that of the batch before. */
  @Column({ name: 'last_seq', type: 'bigint' })
  lastSeq!: number;

  @Column({ name: 'row_count', type: 'int' })
  rowCount!: number;

  @Column({ name: 'previous_hash', type: 'char', length: 64 })
  previousHash!: string;

  @Column({ type: 'char', length: 64 })
  hash!: string;

  @Column({ name: 'sealed_at', type: 'datetime', precision: 3 })
  sealedAt!: Date;
}
