import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { activeStates } from '#libs/kernel';
import { actorOf } from '../authority/caller.scope.js';
import { BundleStore } from '../definitions/bundle.store.js';
import { changesState } from '../history/case.rebuilder.js';
import type { StoredHistory } from '../history/history.reader.js';
import { HistoryReader } from '../history/history.reader.js';
import { Replayer } from '../history/replayer.js';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import { textOrNull } from '../instances/json.column.js';
import { TaskLocator } from '../tasks/task.locator.js';
import { Suspender } from '../timers/suspender.js';
import { restoreStep } from './step.restorer.js';
import { CommandRunner, type IdempotencyRequest } from './command.runner.js';
import { WithdrawRefusedError } from './operation.error.js';
import { resultOf } from './command.result.js';

export interface WithdrawRequest {
  readonly caller: Caller;
  /** The task that the caller did. */
  readonly taskId: number;
  readonly comment: string;
  readonly receivedAt?: Date;
  readonly idempotency?: IdempotencyRequest | undefined;
}

/** Facts of a step by which it reached beyond its own instance. */
const EFFECTS = ['effects', 'started', 'suspended'] as const;

/** 撤回: takes back one's own last step while nobody has acted on what it opened. Deadlines go on, none restarts. */
@Injectable()
export class WithdrawCommand {
  constructor(
    private readonly runner: CommandRunner,
    private readonly locator: TaskLocator,
    private readonly history: HistoryReader,
    private readonly replayer: Replayer,
    private readonly bundles: BundleStore,
    private readonly suspender: Suspender,
  ) {}

  async execute(request: WithdrawRequest): Promise<CommandResult> {
    const rootId = await this.locator.rootOf(request.taskId);
    const frame = { rootId, actor: actorOf(request.caller), idempotency: request.idempotency };
    return this.runner.run({ ...frame, ...(request.receivedAt && { receivedAt: request.receivedAt }) }, (tx) =>
      this.decide(tx, request),
    );
  }

  private async decide(tx: CaseTransaction, request: WithdrawRequest): Promise<CommandResult> {
    const rows = await this.history.readAll(tx.root.id, tx.manager);
    const step = rows.find((row) => row.kind === 'acted' && row.taskId === request.taskId && isClosing(row));
    if (step?.actorUserId !== request.caller.userId) throw new WithdrawRefusedError('not-yours');
    await this.suspender.assertRunning(tx, step.instanceId, textOrNull(step.facts['state']) ?? '');
    await this.assertUntouched(tx, rows, step);
    const instance = tx.instances.get(step.instanceId);
    const before = rows.findLast(
      (row) => row.instanceId === step.instanceId && row.seq < step.seq && changesState(row),
    );
    const past = await this.replayer.instanceBefore(rows, step.instanceId, step.seq, tx.manager);
    const snapshot = past?.snapshot;
    if (!instance || !before || !snapshot) throw new WithdrawRefusedError('acted-on');
    const bundle = await this.bundles.byHash(instance.bundleHash, tx.manager);
    await restoreStep(tx, { step, instance, snapshot, restoresSeq: before.seq, comment: request.comment });
    this.locator.learn(tx);
    return resultOf(tx, instance.id, activeStates(bundle.compiled, snapshot));
  }

  /** Nothing may have happened on that instance since, and the step must not have had effects. */
  private async assertUntouched(
    tx: CaseTransaction,
    rows: readonly StoredHistory[],
    step: StoredHistory,
  ): Promise<void> {
    const moved = rows.some((row) => row.instanceId === step.instanceId && row.seq > step.seq && changesState(row));
    const taken = rows.some(
      (row) => row.seq > step.seq && row.kind === 'withdrawn' && row.instanceId === step.instanceId,
    );
    const instance = tx.instances.get(step.instanceId);
    if (moved || taken || !instance) throw new WithdrawRefusedError('acted-on');
    if (EFFECTS.some((fact) => step.facts[fact] !== undefined)) throw new WithdrawRefusedError('has-effects');
    const { compiled } = await this.bundles.byHash(instance.bundleHash, tx.manager);
    const state = textOrNull(step.facts['state']) ?? '';
    if (!compiled.states.get(state)?.task?.allow.includes('withdraw')) throw new WithdrawRefusedError('not-allowed');
  }
}

function isClosing(row: StoredHistory): boolean {
  const exited = row.facts['exited'];
  return Array.isArray(exited) && exited.includes(row.facts['state'] ?? '');
}
