import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '#libs/identity';
import type { TaskSpec } from '#libs/kernel';
import { RelationSource } from '../authority/relation.source.js';
import type { TaskRow } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { rowsOf } from '../instances/sql.packet.js';
import { RecipientCheck } from './recipient.check.js';

export interface CopyOrder {
  readonly task: TaskRow;
  readonly users: readonly number[];
  /** Null where the definition sends it. */
  readonly copiedBy: number | null;
  readonly comment: string;
}

/** 抄送: puts a case into the boxes of people, once for each. */
@Injectable()
export class CopyWriter {
  constructor(
    private readonly relations: RelationSource,
    private readonly directory: OrganisationDirectory,
    private readonly recipients: RecipientCheck,
  ) {}

  /** What the definition sends when the people of a task have decided; those who do not see the case are left out. */
  async afterTask(tx: CaseTransaction, task: TaskRow, { copy }: Pick<TaskSpec, 'copy'>): Promise<void> {
    const users = new Set<number>();
    for (const { organisation, role } of copy ?? []) {
      for (const id of await this.relations.organisations(tx, organisation))
        for (const member of this.directory.members(id, role)) users.add(member.id);
    }
    const seeing = [...users].filter((id) => this.recipients.sees(tx, id));
    await this.write(tx, { task, users: seeing, copiedBy: null, comment: '' });
  }

  /** Whoever has the case in that box already is not told again. */
  async write(tx: CaseTransaction, { task, users, copiedBy, comment }: CopyOrder): Promise<void> {
    if (users.length === 0) return;
    const known: { user_id: number }[] = await tx.manager.query('SELECT user_id FROM engine_copy WHERE root_id = ?', [
      tx.root.id,
    ]);
    const had = new Set(known.map((row) => Number(row.user_id)));
    const fresh = [...new Set(users)].filter((id) => !had.has(id));
    if (fresh.length === 0) return;
    const at = tx.advance(tx.frame.receivedAt);
    const seq = tx.nextSeq();
    tx.history.push({
      seq,
      instanceId: task.instanceId,
      kind: 'copied',
      at,
      actor: copiedBy === null ? null : tx.frame.actor,
      taskId: task.id,
      event: 'copy',
      facts: { state: task.state, recipients: fresh, ...(comment && { comment }) },
      payload: {},
    });
    tx.write(
      `INSERT INTO engine_copy (root_id, user_id, task_id, copied_by, at, seq, is_read) VALUES ${rowsOf(7, fresh.length)}`,
      fresh.flatMap((userId) => [tx.root.id, userId, task.id, copiedBy, at, seq, 0]),
    );
    tx.emit({ kind: 'engine.case-copied', payload: { task: task.id, users: fresh, by: copiedBy ?? 0 } });
  }
}
