import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import type { JsonObject } from '#libs/kernel';
import { IdAllocator, SystemClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import { isDuplicateKey } from '../commands/lock.conflict.js';
import { readJson } from '../instances/json.column.js';
import type { Box } from './box.js';
import { readFilter, type SavedView, type ViewDraft, writeFilter } from './saved-view.js';
import { NoSuchViewError, TooManyViewsError, ViewNameTakenError } from './saved-view.error.js';

const LIMIT = 30;

interface ViewRow {
  readonly id: number;
  readonly name: string;
  readonly box: Box;
  readonly filter: unknown;
}

/** Views of one person, in the order in which they were saved. */
@Injectable()
export class SavedViewService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ids: IdAllocator,
    private readonly clock: SystemClock,
  ) {}

  async list({ userId }: Caller): Promise<SavedView[]> {
    const rows: ViewRow[] = await this.dataSource.query(
      'SELECT id, name, box, filter FROM engine_saved_view WHERE user_id = ? ORDER BY id',
      [userId],
    );
    return rows.map((row) => ({ ...row, id: Number(row.id), filter: readFilter(readJson<JsonObject>(row.filter)) }));
  }

  async save(caller: Caller, draft: ViewDraft): Promise<SavedView> {
    if ((await this.list(caller)).length >= LIMIT) throw new TooManyViewsError(LIMIT);
    await this.ids.ensure();
    const id = this.ids.next();
    await this.write(
      draft,
      'INSERT INTO engine_saved_view (name, box, filter, changed_at, id, user_id) VALUES (?, ?, ?, ?, ?, ?)',
      [id, caller.userId],
    );
    return { id, ...draft };
  }

  async change(caller: Caller, id: number, draft: ViewDraft): Promise<SavedView> {
    const changed = await this.write(
      draft,
      'UPDATE engine_saved_view SET name = ?, box = ?, filter = ?, changed_at = ? WHERE id = ? AND user_id = ?',
      [id, caller.userId],
    );
    if (changed === 0) throw new NoSuchViewError(id);
    return { id, ...draft };
  }

  async remove({ userId }: Caller, id: number): Promise<void> {
    const { affectedRows }: { affectedRows: number } = await this.dataSource.query(
      'DELETE FROM engine_saved_view WHERE id = ? AND user_id = ?',
      [id, userId],
    );
    if (affectedRows === 0) throw new NoSuchViewError(id);
  }

  private async write({ name, box, filter }: ViewDraft, sql: string, key: readonly number[]): Promise<number> {
    try {
      const values = [name, box, writeFilter(filter), this.clock.now(), ...key];
      const { affectedRows }: { affectedRows: number } = await this.dataSource.query(sql, values);
      return affectedRows;
    } catch (error) {
      throw isDuplicateKey(error) ? new ViewNameTakenError(name) : error;
    }
  }
}
