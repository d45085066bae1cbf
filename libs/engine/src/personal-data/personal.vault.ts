import { Injectable } from '@nestjs/common';
import { hasPersonalData, isSealedReference, type JsonObject, maskOf, replacePersonalData } from '#libs/kernel';
import { SecretBox, type SealedColumn } from '#libs/platform';
import { DataSource } from 'typeorm';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { ForeignSealedValueError } from './personal-data.error.js';

const CONTEXT = 'engine_sealed_value';
export const SEALED_VALUES: SealedColumn = {
  table: 'engine_sealed_value',
  key: 'id',
  column: 'sealed',
  context: CONTEXT,
};

/** A value as stored. */
export interface SealedValue {
  readonly id: number;
  readonly rootId: number;
  readonly format: string;
  /** JSON pointer in the form that carried it. */
  readonly field: string;
  readonly value: string;
}

interface SealedRow {
  readonly id: number;
  readonly root_id: number;
  readonly format: string;
  readonly field: string;
  readonly sealed: string;
}

/**
 * Keeps the personal data (个人信息) of cases. What leaves `seal` is all that the rest of the engine ever has: `sealed:<id>`
 * goes through steps, effects, history and records as any text does, and replays as what it is.
 */
@Injectable()
export class PersonalVault {
  constructor(
    private readonly dataSource: DataSource,
    private readonly box: SecretBox,
  ) {}

  /** The payload with every marked value replaced; values handed back masked must be of the same case. */
  async seal(tx: CaseTransaction, schema: JsonObject, payload: JsonObject): Promise<JsonObject> {
    if (!hasPersonalData(schema)) return payload;
    const known = new Map<number, string>();
    const sealed = replacePersonalData(schema, payload, ({ pointer, format, value }) => {
      if (!isSealedReference(value)) return referenceTo(this.keep(tx, { pointer, format, value }));
      known.set(idOf(value), pointer);
      return referenceTo(idOf(value));
    });
    await this.assertOfCase(tx, known);
    return sealed;
  }

  /** What may be shown of the values, by id; what was erased is missing. */
  async masks(ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const values = await this.read(ids);
    return new Map(values.map(({ id, format, value }) => [id, maskOf(format, value)]));
  }

  async find(id: number): Promise<SealedValue | null> {
    const [value] = await this.read([id]);
    return value ?? null;
  }

  private keep(
    tx: CaseTransaction,
    { pointer, format, value }: { pointer: string; format: string; value: string },
  ): number {
    const id = tx.nextId();
    tx.write(
      `INSERT INTO engine_sealed_value (id, root_id, format, field, sealed, entered_by, entered_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        tx.root.id,
        format,
        pointer.slice(0, 255),
        this.box.seal(value, CONTEXT),
        tx.frame.actor?.userId ?? null,
        tx.frame.recordedAt,
      ],
    );
    return id;
  }

  private async assertOfCase(tx: CaseTransaction, known: ReadonlyMap<number, string>): Promise<void> {
    if (known.size === 0) return;
    const rows: { id: number }[] = await tx.manager.query(
      'SELECT id FROM engine_sealed_value WHERE root_id = ? AND id IN (?)',
      [tx.root.id, [...known.keys()]],
    );
    const found = new Set(rows.map(({ id }) => Number(id)));
    const foreign = [...known].filter(([id]) => !found.has(id));
    if (foreign.length > 0) throw new ForeignSealedValueError(foreign.map(([, pointer]) => pointer));
  }

  private async read(ids: readonly number[]): Promise<SealedValue[]> {
    if (ids.length === 0) return [];
    const rows: SealedRow[] = await this.dataSource.query(
      'SELECT id, root_id, format, field, sealed FROM engine_sealed_value WHERE id IN (?)',
      [ids],
    );
    return rows.map(({ id, root_id: rootId, format, field, sealed }) => ({
      id: Number(id),
      rootId: Number(rootId),
      format,
      field,
      value: this.box.open(sealed, CONTEXT),
    }));
  }
}

function referenceTo(id: number): string {
  return `sealed:${id}`;
}

/** Of `sealed:12` and of `138****8000#12`. */
function idOf(reference: string): number {
  return Number(reference.slice(Math.max(reference.lastIndexOf(':'), reference.lastIndexOf('#')) + 1));
}
