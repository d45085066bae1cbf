import type { DataSource } from 'typeorm';
import type { LibrarySchema } from '../database/library.schema.js';
import type { SealedColumn } from './sealed.column.js';
import type { SecretBox } from './secret.box.js';

const BATCH = 200;

/** How far the rotation of one column is. */
export interface RotationProgress {
  readonly table: string;
  readonly column: string;
  /** Texts sealed anew in this run, over all columns. */
  readonly done: number;
}

interface SealedRow {
  readonly id: number | string;
  readonly sealed: string;
}

/**
 * Seals everything with the first key of the configuration (密钥轮换), while the system runs. A text says itself which
 * key it has, so a rotation that was cut off goes on where it stopped, and one that was finished finds nothing to do.
 */
export class KeyRotator {
  constructor(
    private readonly dataSource: DataSource,
    private readonly box: SecretBox,
  ) {}

  /** Answers how many texts were sealed anew. */
  async rotate(
    schemas: readonly LibrarySchema[],
    report: (progress: RotationProgress) => void = () => undefined,
  ): Promise<number> {
    let done = 0;
    for (const place of schemas.flatMap(({ sealed }) => sealed ?? [])) {
      for await (const count of this.batches(place)) {
        done += count;
        report({ table: place.table, column: place.column, done });
      }
    }
    return done;
  }

  /** Texts that other keys still hold; a key may be taken out of the configuration when there are none. */
  async remaining(schemas: readonly LibrarySchema[]): Promise<number> {
    let count = 0;
    for (const column of schemas.flatMap(({ sealed }) => sealed ?? [])) count += await this.count(column);
    return count;
  }

  /** What was sealed anew is not found again; a batch that changes nothing is being written by others, and is left to them. */
  private async *batches(place: SealedColumn): AsyncGenerator<number> {
    for (let rows = await this.read(place); rows.length > 0; rows = await this.read(place)) {
      let count = 0;
      for (const row of rows) count += await this.sealAgain(place, row);
      if (count === 0) return;
      yield count;
    }
  }

  private async read(place: SealedColumn): Promise<SealedRow[]> {
    const { sql, values } = this.unsealed(place);
    return this.dataSource.query(
      `SELECT ${place.key} AS id, ${place.column} AS sealed FROM ${place.table}
       WHERE ${sql} ORDER BY ${place.key} LIMIT ${BATCH}`,
      values,
    );
  }

  /** A row that somebody has written meanwhile has the new key already. */
  private async sealAgain({ table, key, column, context, index }: SealedColumn, row: SealedRow): Promise<number> {
    const text = this.box.open(row.sealed, context);
    const indexed = index === undefined ? [] : [this.box.index(text, context)];
    const result: { affectedRows: number } = await this.dataSource.query(
      `UPDATE ${table} SET ${column} = ?${index === undefined ? '' : `, ${index} = ?`}
       WHERE ${key} = ? AND ${column} = ?`,
      [this.box.seal(text, context), ...indexed, row.id, row.sealed],
    );
    return result.affectedRows;
  }

  private async count(place: SealedColumn): Promise<number> {
    const { sql, values } = this.unsealed(place);
    const rows: { n: number }[] = await this.dataSource.query(
      `SELECT COUNT(*) AS n FROM ${place.table} WHERE ${sql}`,
      values,
    );
    return Number(rows[0]?.n ?? 0);
  }

  private unsealed({ column }: SealedColumn): { sql: string; values: (number | string)[] } {
    return {
      sql: `${column} IS NOT NULL AND LEFT(${column}, ?) <> ?`,
      values: [this.box.prefix.length, this.box.prefix],
    };
  }
}
