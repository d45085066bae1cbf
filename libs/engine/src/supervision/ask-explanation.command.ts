import { Injectable } from '@nestjs/common';
import type { CommandResult } from '../instances/case.transaction.js';
import { SupervisedPeople } from './supervised.people.js';
import { SupervisionDesk, type SupervisionRequest } from './supervision.desk.js';

/** 要求书面说明: the superior asks the organisation supervised to say in writing why the task is late. */
@Injectable()
export class AskExplanationCommand {
  constructor(
    private readonly desk: SupervisionDesk,
    private readonly people: SupervisedPeople,
  ) {}

  execute(request: SupervisionRequest & { readonly question: string }): Promise<CommandResult> {
    const { caller, question } = request;
    return this.desk.run(request, 'superior', async ({ tx, task, supervision }) => {
      const id = tx.nextId();
      const at = tx.advance(tx.frame.receivedAt);
      tx.write(
        'INSERT INTO engine_explanation (id, supervision_id, question, asked_by, asked_at) VALUES (?, ?, ?, ?, ?)',
        [id, supervision.id, question, caller.userId, at],
      );
      const users = this.people.ofSubject(task, supervision);
      tx.emit({ kind: 'engine.explanation-asked', payload: { task: task.id, by: caller.userId, users } });
      const act = { kind: 'explanation-asked', event: 'ask-explanation', comment: question } as const;
      return Promise.resolve({ ...act, facts: { explanation: id } });
    });
  }
}
