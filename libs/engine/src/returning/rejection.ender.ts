import { Injectable } from '@nestjs/common';
import type { JsonObject } from '#libs/kernel';
import { resultOf } from '../commands/command.result.js';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import { CaseEnder } from '../interventions/case.ender.js';
import type { BackDesk } from './return.desk.js';

/** 驳回并终止: the case ends by the decision of whoever has the task; it can be woken like any that was terminated. */
@Injectable()
export class RejectionEnder {
  constructor(private readonly ender: CaseEnder) {}

  async end(tx: CaseTransaction, { task }: BackDesk, told: JsonObject): Promise<CommandResult> {
    const { actor } = tx.frame;
    const top = await this.ender.end(tx, 'terminated', { ...told, state: task.state, rejected: task.id });
    // The others were cancelled; this one was done, by a person.
    tx.write(
      `UPDATE engine_task SET status = 'done', closed_by = ?, closed_for = ?, closed_on_behalf_of = ?,
         closed_event = 'reject' WHERE id = ?`,
      [actor?.userId ?? null, tx.onBehalfOfOrganisation ?? actor?.organisationId ?? null, tx.onBehalfOf, task.id],
    );
    return resultOf(tx, top, []);
  }
}
