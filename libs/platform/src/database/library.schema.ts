import type { MigrationInterface } from 'typeorm';
import type { SealedColumn } from '../secrets/sealed.column.js';

/** What one library brings to the database. */
export interface LibrarySchema {
  readonly entities: readonly (new () => object)[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Tables that the application may add to and read, never change or delete from. */
  readonly appendOnly?: readonly string[];
  /** Columns that the SecretBox has sealed. */
  readonly sealed?: readonly SealedColumn[];
}
