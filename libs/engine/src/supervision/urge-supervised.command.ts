import { Injectable } from '@nestjs/common';
import { urge } from '../communication/urging.js';
import type { CommandResult } from '../instances/case.transaction.js';
import { SupervisionDesk, type SupervisionRequest } from './supervision.desk.js';

/** 催办: the superior asks those who have the late task to do it; at most once an hour, whoever asks. */
@Injectable()
export class UrgeSupervisedCommand {
  constructor(private readonly desk: SupervisionDesk) {}

  execute(request: SupervisionRequest & { readonly comment: string }): Promise<CommandResult> {
    const { caller, comment } = request;
    return this.desk.run(request, 'superior', async ({ tx, task, supervision }) => {
      await urge(tx, task, { by: caller.userId, comment, facts: { supervision: supervision.id } });
      return null;
    });
  }
}
