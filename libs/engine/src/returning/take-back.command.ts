import { Injectable } from '@nestjs/common';
import { actorOf } from '../authority/caller.scope.js';
import { CommandRunner } from '../commands/command.runner.js';
import type { WithdrawRequest } from '../commands/withdraw.command.js';
import type { StoredHistory } from '../history/history.reader.js';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import { TaskLocator } from '../tasks/task.locator.js';
import { TakeBackRefusedError } from './returning.error.js';
import { StepReverser } from './step.reverser.js';

/** 拿回: the sender takes a step back as long as whoever got it has not claimed it, begun a draft, or acted. */
@Injectable()
export class TakeBackCommand {
  constructor(
    private readonly runner: CommandRunner,
    private readonly locator: TaskLocator,
    private readonly reverser: StepReverser,
  ) {}

  async execute(request: WithdrawRequest): Promise<CommandResult> {
    const { caller, taskId, comment, receivedAt, idempotency } = request;
    const rootId = await this.locator.rootOf(taskId);
    return this.runner.run({ rootId, actor: actorOf(caller), idempotency, ...(receivedAt && { receivedAt }) }, (tx) =>
      this.reverser.reverse(tx, {
        ...{ word: 'take-back', caller, taskId, comment, check: assertUntouched },
        refusal: (reason) => new TakeBackRefusedError(reason),
      }),
    );
  }
}

async function assertUntouched(
  tx: CaseTransaction,
  step: StoredHistory,
  rows: readonly StoredHistory[],
): Promise<void> {
  const opened = openedBy(step);
  const isTouched = ({ seq, taskId }: StoredHistory): boolean =>
    seq > step.seq && taskId !== null && opened.includes(taskId);
  if (rows.some((row) => isTouched(row) && row.actorUserId !== null)) throw new TakeBackRefusedError('acted-on');
  if (opened.length === 0) return;
  const drafts: unknown[] = await tx.manager.query('SELECT 1 FROM engine_draft WHERE task_id IN (?) LIMIT 1', [opened]);
  if (drafts.length > 0) throw new TakeBackRefusedError('draft');
}

function openedBy({ facts }: StoredHistory): readonly number[] {
  const opened = facts['opened'];
  return Array.isArray(opened) ? opened.map((one: { task: number }) => one.task) : [];
}
