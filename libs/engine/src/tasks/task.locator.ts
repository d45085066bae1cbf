import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { DataSource } from 'typeorm';
import { Visibility } from '../authority/visibility.js';
import { NotVisibleError, TaskClosedError } from '../commands/command.error.js';
import type { CaseTransaction } from '../instances/case.transaction.js';

const REMEMBERED = 50_000;

/** Finds the root of a task. It never changes, so what this process opened or asked for is remembered. */
@Injectable()
export class TaskLocator {
  private readonly roots = new Map<number, number>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly visibility: Visibility,
  ) {}

  async rootOf(taskId: number): Promise<number> {
    const known = this.roots.get(taskId);
    if (known !== undefined) return known;
    const rows: { root_id: number }[] = await this.dataSource.query('SELECT root_id FROM engine_task WHERE id = ?', [
      taskId,
    ]);
    const row = rows[0];
    if (!row) throw new NotVisibleError('task', taskId);
    this.remember(taskId, Number(row.root_id));
    return Number(row.root_id);
  }

  learn(tx: CaseTransaction): void {
    for (const taskId of tx.openedTasks) this.remember(taskId, tx.root.id);
  }

  /** Before anything is said of a task to somebody who has no part in it. */
  assertSeen(tx: CaseTransaction, caller: Caller, taskId: number): void {
    const bounds = { divisionCode: tx.root.divisionCode, parties: tx.parties };
    if (!this.visibility.sees(caller, bounds)) throw new NotVisibleError('task', taskId);
  }

  /** Says why a task cannot be acted on any more, to those who may know. */
  async refuseClosed(tx: CaseTransaction, caller: Caller, taskId: number): Promise<never> {
    const rows: { status: string; closed_at: Date | null }[] = await tx.manager.query(
      'SELECT status, closed_at FROM engine_task WHERE id = ? AND root_id = ?',
      [taskId, tx.root.id],
    );
    const row = rows[0];
    const bounds = { divisionCode: tx.root.divisionCode, parties: tx.parties };
    if (!row || !this.visibility.sees(caller, bounds)) throw new NotVisibleError('task', taskId);
    throw new TaskClosedError(taskId, row.status, row.closed_at);
  }

  private remember(taskId: number, rootId: number): void {
    if (this.roots.size >= REMEMBERED) this.roots.clear();
    this.roots.set(taskId, rootId);
  }
}
