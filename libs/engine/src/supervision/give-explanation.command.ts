import { Injectable } from '@nestjs/common';
import type { JsonObject } from '#libs/kernel';
import { AttachmentBinder } from '../attachments/attachment.binder.js';
import type { CommandResult } from '../instances/case.transaction.js';
import { SupervisedPeople } from './supervised.people.js';
import { SupervisionBook } from './supervision.book.js';
import {
  type OpenSupervision,
  type SupervisionAct,
  SupervisionDesk,
  type SupervisionRequest,
} from './supervision.desk.js';
import { ExplanationAnsweredError } from './supervision.error.js';

export interface GiveExplanationRequest extends SupervisionRequest {
  readonly explanationId: number;
  readonly answer: string;
  readonly attachments: readonly number[];
}

/** How the binder finds the files: as in any form. */
const FORM: JsonObject = {
  type: 'object',
  properties: { attachments: { type: 'array', items: { type: 'integer', format: 'attachment' } } },
};

/** 书面说明: who has the late task, or oversees those who have it, answers once; the files become the case's. */
@Injectable()
export class GiveExplanationCommand {
  constructor(
    private readonly desk: SupervisionDesk,
    private readonly book: SupervisionBook,
    private readonly binder: AttachmentBinder,
    private readonly people: SupervisedPeople,
  ) {}

  execute(request: GiveExplanationRequest): Promise<CommandResult> {
    return this.desk.run(request, 'subject', (open) => this.give(open, request));
  }

  private async give(
    { tx, task, supervision }: OpenSupervision,
    { caller, explanationId, answer, attachments }: GiveExplanationRequest,
  ): Promise<SupervisionAct> {
    const asked = await this.book.explanations(supervision.id, tx.manager);
    const isOpen = asked.some((explanation) => explanation.id === explanationId && explanation.answer === null);
    if (!isOpen) throw new ExplanationAnsweredError(explanationId);
    await this.binder.bind(tx, FORM, { attachments: [...attachments] });
    const at = tx.advance(tx.frame.receivedAt);
    tx.write(
      'UPDATE engine_explanation SET answer = ?, attachments = ?, answered_by = ?, answered_at = ? WHERE id = ?',
      [answer, JSON.stringify(attachments), caller.userId, at, explanationId],
    );
    const users = this.people.ofSuperior(supervision);
    tx.emit({ kind: 'engine.explanation-given', payload: { task: task.id, by: caller.userId, users } });
    const facts = { explanation: explanationId, files: tx.attachments.map((file) => ({ ...file })) };
    return { kind: 'explained', event: 'give-explanation', comment: answer, facts };
  }
}
