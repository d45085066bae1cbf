import { Injectable } from '@nestjs/common';
import { type Caller, may, scopeOf } from '#libs/identity';
import { actorOf } from '../authority/caller.scope.js';
import { Visibility } from '../authority/visibility.js';
import { CommandRunner, type IdempotencyRequest } from '../commands/command.runner.js';
import { TaskConcluder } from '../commands/task.concluder.js';
import { NotVisibleError } from '../commands/command.error.js';
import { OVERSEE } from '../inbox/inbox.reader.js';
import type { TaskRow } from '../instances/case.rows.js';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import { TaskLocator } from '../tasks/task.locator.js';
import { UrgedRecentlyError, UrgeRefusedError } from './communication.error.js';

const HOUR_MS = 3_600_000;

export interface UrgeRequest {
  readonly caller: Caller;
  readonly taskId: number;
  readonly comment: string;
  readonly receivedAt?: Date;
  readonly idempotency?: IdempotencyRequest | undefined;
}

/** 催办: asks those who have a task to do it, at most once an hour; recorded in the history. */
@Injectable()
export class UrgeTaskCommand {
  constructor(
    private readonly runner: CommandRunner,
    private readonly locator: TaskLocator,
    private readonly visibility: Visibility,
    private readonly concluder: TaskConcluder,
  ) {}

  async execute(request: UrgeRequest): Promise<CommandResult> {
    const { caller, taskId, idempotency, receivedAt } = request;
    const rootId = await this.locator.rootOf(taskId);
    const frame = { rootId, actor: actorOf(caller), idempotency, ...(receivedAt && { receivedAt }) };
    return this.runner.run(frame, (tx) => this.urge(tx, request));
  }

  private async urge(tx: CaseTransaction, { caller, taskId, comment }: UrgeRequest): Promise<CommandResult> {
    const task = tx.tasks.get(taskId) ?? (await this.locator.refuseClosed(tx, caller, taskId));
    const rows: { urged_at: Date | null; started_by: number | null }[] = await tx.manager.query(
      'SELECT t.urged_at, r.started_by FROM engine_task t JOIN engine_root r ON r.id = t.root_id WHERE t.id = ?',
      [taskId],
    );
    const { urged_at: urgedAt = null, started_by: startedBy = null } = rows[0] ?? {};
    this.assertMayUrge(tx, caller, { task, startedBy });
    const at = tx.advance(tx.frame.receivedAt);
    const again = new Date((urgedAt?.getTime() ?? 0) + HOUR_MS);
    if (urgedAt && at < again) throw new UrgedRecentlyError(task.title, again);
    tx.write('UPDATE engine_task SET urged_at = ? WHERE id = ?', [at, taskId]);
    tx.history.push({
      seq: tx.nextSeq(),
      instanceId: task.instanceId,
      kind: 'urged',
      at,
      actor: tx.frame.actor,
      taskId,
      event: 'urge',
      facts: { state: task.state, ...(comment && { comment }) },
      payload: {},
    });
    tx.emit({ kind: 'engine.task-urged', payload: { task: taskId, by: caller.userId, comment } });
    return this.concluder.standing(tx, task.instanceId);
  }

  private assertMayUrge(
    tx: CaseTransaction,
    caller: Caller,
    { task, startedBy }: { readonly task: TaskRow; readonly startedBy: number | null },
  ): void {
    const bounds = { divisionCode: tx.root.divisionCode, parties: tx.parties };
    const isInitiator = startedBy !== null && Number(startedBy) === caller.userId;
    if (isInitiator) return;
    if (!this.visibility.sees(caller, bounds)) throw new NotVisibleError('task', task.id);
    const isOwn = task.candidates.some(({ organisationId }) => organisationId === caller.organisationId);
    // A party that sees nothing but its own cases is nobody's superior.
    const isSuperior = scopeOf(caller).kind !== 'party';
    if (!may(caller, OVERSEE) || !(isOwn || isSuperior)) throw new UrgeRefusedError(task.title);
  }
}
