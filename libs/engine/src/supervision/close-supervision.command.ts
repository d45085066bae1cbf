import { Injectable } from '@nestjs/common';
import type { CommandResult } from '../instances/case.transaction.js';
import { SupervisionBook } from './supervision.book.js';
import { SupervisionDesk, type SupervisionRequest } from './supervision.desk.js';

/** 办结: the superior lets the matter go, with a reason; the task stays as late as it is. */
@Injectable()
export class CloseSupervisionCommand {
  constructor(
    private readonly desk: SupervisionDesk,
    private readonly book: SupervisionBook,
  ) {}

  execute(request: SupervisionRequest & { readonly reason: string }): Promise<CommandResult> {
    const { caller, reason } = request;
    return this.desk.run(request, 'superior', async ({ tx, task, supervision }) => {
      const at = tx.advance(tx.frame.receivedAt);
      tx.write(
        "UPDATE engine_supervision SET status = 'closed', outcome = 'closed', closed_at = ?, closed_by = ? WHERE id = ?",
        [at, caller.userId, supervision.id],
      );
      const open = await this.book.openOf(task.id, tx.manager);
      if (open.every(({ id }) => id === supervision.id)) {
        tx.tasks.set(task.id, { ...task, isSupervised: false });
        tx.write('UPDATE engine_task SET supervised = 0 WHERE id = ?', [task.id]);
      }
      const act = { kind: 'supervision-closed', event: 'close-supervision', comment: reason } as const;
      return { ...act, facts: { outcome: 'closed' } };
    });
  }
}
