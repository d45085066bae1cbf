import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { actorOf } from '../authority/caller.scope.js';
import { Visibility } from '../authority/visibility.js';
import { CommandRunner, type IdempotencyRequest } from '../commands/command.runner.js';
import { resultOf } from '../commands/command.result.js';
import { BundleStore } from '../definitions/bundle.store.js';
import { HistoryReader } from '../history/history.reader.js';
import type { TaskRow } from '../instances/case.rows.js';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import { CaseEnder } from './case.ender.js';
import { CancelRefusedError, CaseStandingError } from './intervention.error.js';

export interface CancelRequest {
  readonly caller: Caller;
  readonly rootId: number;
  readonly reason: string;
  readonly receivedAt?: Date;
  readonly idempotency?: IdempotencyRequest | undefined;
}

/** Kinds of history rows by which somebody has worked on the case. */
const WORK: readonly string[] = ['acted', 'voted', 'sent', 'returned'];

/** 撤销: who began the case takes it back, while nobody else has acted and every open step allows it. */
@Injectable()
export class CancelCaseCommand {
  constructor(
    private readonly runner: CommandRunner,
    private readonly visibility: Visibility,
    private readonly history: HistoryReader,
    private readonly bundles: BundleStore,
    private readonly ender: CaseEnder,
  ) {}

  async execute(request: CancelRequest): Promise<CommandResult> {
    const { caller, rootId, idempotency, receivedAt } = request;
    await this.visibility.assertMaySee(caller, rootId);
    const frame = { rootId, actor: actorOf(caller), idempotency, ...(receivedAt && { receivedAt }) };
    return this.runner.run(frame, async (tx) => {
      await this.assertMayCancel(tx, caller);
      const top = await this.ender.end(tx, 'cancelled', { comment: request.reason });
      return resultOf(tx, top, []);
    });
  }

  private async assertMayCancel(tx: CaseTransaction, caller: Caller): Promise<void> {
    if (tx.root.status !== 'open') throw new CaseStandingError('ended');
    const rows = await this.history.readAll(tx.root.id, tx.manager);
    const initiator = rows.find(({ kind }) => kind === 'started')?.actorUserId;
    if (initiator !== caller.userId) throw new CancelRefusedError('not-initiator');
    const others = rows.some(({ kind, actorUserId }) => WORK.includes(kind) && actorUserId !== initiator);
    if (others) throw new CancelRefusedError('acted-on');
    for (const task of tx.tasks.values()) {
      if (!(await this.allows(tx, task))) throw new CancelRefusedError('not-allowed');
    }
  }

  private async allows(tx: CaseTransaction, { instanceId, state }: TaskRow): Promise<boolean> {
    const { compiled } = await this.bundles.byHash(tx.instances.get(instanceId)?.bundleHash ?? '', tx.manager);
    return compiled.states.get(state)?.task?.allow.includes('cancel') ?? false;
  }
}
