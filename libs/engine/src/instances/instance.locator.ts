import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { DataSource } from 'typeorm';
import { Visibility } from '../authority/visibility.js';
import { NotVisibleError } from '../commands/command.error.js';
import type { CaseTransaction } from './case.transaction.js';

/** Finds the root of an instance; it never changes. */
@Injectable()
export class InstanceLocator {
  constructor(
    private readonly dataSource: DataSource,
    private readonly visibility: Visibility,
  ) {}

  /** Before anything is said of an instance to somebody who may send nothing to it. */
  assertSeen(tx: CaseTransaction, caller: Caller, instanceId: number): void {
    const bounds = { divisionCode: tx.root.divisionCode, parties: tx.parties };
    if (!this.visibility.sees(caller, bounds)) throw new NotVisibleError('instance', instanceId);
  }

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
