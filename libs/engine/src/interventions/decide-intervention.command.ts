import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { actorOf } from '../authority/caller.scope.js';
import { Visibility } from '../authority/visibility.js';
import { NotVisibleError } from '../commands/command.error.js';
import { CommandRunner, type IdempotencyRequest } from '../commands/command.runner.js';
import { resultOf } from '../commands/command.result.js';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import { TaskLocator } from '../tasks/task.locator.js';
import { Interveners } from './interveners.js';
import { InterventionBook, type InterventionStatus } from './intervention.book.js';
import { InterventionDecidedError, SecondPersonError } from './intervention.error.js';

export interface DecideRequest {
  readonly caller: Caller;
  readonly rootId: number;
  readonly interventionId: number;
  readonly agrees: boolean;
  readonly remark: string;
  readonly receivedAt?: Date;
  readonly idempotency?: IdempotencyRequest | undefined;
}

/** The second person agrees, and it is done in the same transaction; or declines, and nothing happens. */
@Injectable()
export class DecideInterventionCommand {
  constructor(
    private readonly runner: CommandRunner,
    private readonly interveners: Interveners,
    private readonly visibility: Visibility,
    private readonly book: InterventionBook,
    private readonly locator: TaskLocator,
  ) {}

  async execute(request: DecideRequest): Promise<CommandResult> {
    const { caller, rootId, idempotency, receivedAt } = request;
    await this.visibility.assertMaySee(caller, rootId);
    const frame = { rootId, actor: actorOf(caller), idempotency, ...(receivedAt && { receivedAt }) };
    return this.runner.run(frame, (tx) => this.decide(tx, request));
  }

  private async decide(tx: CaseTransaction, request: DecideRequest): Promise<CommandResult> {
    const { caller, interventionId, agrees } = request;
    const intervention = await this.book.get(interventionId, tx.manager);
    if (intervention.rootId !== tx.root.id) throw new NotVisibleError('intervention', interventionId);
    if (intervention.status !== 'open') throw new InterventionDecidedError(intervention.status);
    if (intervention.proposedBy === caller.userId) throw new SecondPersonError();
    const seq = tx.root.seq + 1;
    if (!agrees) return this.decline(tx, request);
    const intervener = this.interveners.of(intervention.kind);
    await intervener.check(tx, intervention);
    const instanceId = await intervener.apply(tx, intervention);
    close(tx, request, { status: 'confirmed', seq });
    this.locator.learn(tx);
    return resultOf(tx, instanceId, []);
  }

  private decline(tx: CaseTransaction, request: DecideRequest): CommandResult {
    const seq = tx.nextSeq();
    const instanceId = [...tx.instances.values()].find(({ parentId }) => parentId === null)?.id ?? 0;
    tx.history.push({
      seq,
      instanceId,
      kind: 'declined',
      at: tx.advance(tx.frame.receivedAt),
      actor: tx.frame.actor,
      taskId: null,
      event: 'decline',
      facts: { intervention: request.interventionId, comment: request.remark },
      payload: {},
    });
    close(tx, request, { status: 'declined', seq });
    return resultOf(tx, instanceId, []);
  }
}

function close(
  tx: CaseTransaction,
  { interventionId, caller, remark }: DecideRequest,
  { status, seq }: { readonly status: InterventionStatus; readonly seq: number },
): void {
  tx.write(
    'UPDATE engine_intervention SET status = ?, decided_by = ?, decided_at = ?, remark = ?, seq = ? WHERE id = ?',
    [status, caller.userId, tx.root.businessAt, remark, seq, interventionId],
  );
}
