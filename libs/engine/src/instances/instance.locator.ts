import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NotVisibleError } from '../commands/command.error.js';

/** Finds the root of an instance; it never changes. */
@Injectable()
export class InstanceLocator {
  constructor(private readonly dataSource: DataSource) {}

  async rootOf(instanceId: number): Promise<number> {
    const rows: { root_id: number }[] = await this.dataSource.query(
      'SELECT root_id FROM engine_instance WHERE id = ?',
      [instanceId],
    );
    const row = rows[0];
    if (!row) throw new NotVisibleError('instance', instanceId);
    return Number(row.root_id);
  }
}
