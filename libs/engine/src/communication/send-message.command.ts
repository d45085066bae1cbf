import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { actorOf } from '../authority/caller.scope.js';
import { NotVisibleError } from '../commands/command.error.js';
import { CommandRunner, type IdempotencyRequest } from '../commands/command.runner.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { rowsOf } from '../instances/sql.packet.js';
import { RecipientCheck } from './recipient.check.js';

export interface MessageRequest {
  readonly caller: Caller;
  readonly rootId: number;
  /** The task that it is about; null when about the case. */
  readonly taskId: number | null;
  readonly users: readonly number[];
  readonly body: string;
  readonly receivedAt?: Date;
  readonly idempotency?: IdempotencyRequest | undefined;
}

/** 沟通: writes to people who see the case. Messages are kept, and never changed; they move nothing. */
@Injectable()
export class SendMessageCommand {
  constructor(
    private readonly runner: CommandRunner,
    private readonly recipients: RecipientCheck,
  ) {}

  async execute(request: MessageRequest): Promise<number> {
    const { caller, rootId, idempotency, receivedAt } = request;
    const frame = { rootId, actor: actorOf(caller), idempotency, ...(receivedAt && { receivedAt }) };
    const result = await this.runner.run(frame, async (tx) => {
      if (!this.recipients.sees(tx, caller.userId)) throw new NotVisibleError('case', rootId);
      this.recipients.assertAllSee(tx, request.users);
      await assertOfCase(tx, request.taskId);
      const message = write(tx, request);
      return { rootId, instanceId: 0, seq: tx.root.seq, active: [], openedTasks: [], receipt: null, message };
    });
    return Number(result['message']);
  }
}

/** A task of another case is as good as none. */
async function assertOfCase(tx: CaseTransaction, taskId: number | null): Promise<void> {
  if (taskId === null || tx.tasks.has(taskId)) return;
  const rows: unknown[] = await tx.manager.query('SELECT 1 FROM engine_task WHERE id = ? AND root_id = ?', [
    taskId,
    tx.root.id,
  ]);
  if (rows.length === 0) throw new NotVisibleError('task', taskId);
}

function write(tx: CaseTransaction, { caller, taskId, users, body }: MessageRequest): number {
  const id = tx.nextId();
  const { userId, organisationId } = caller;
  tx.write(
    `INSERT INTO engine_message (id, root_id, task_id, sender_id, sender_organisation_id, body, at, recorded_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [id, tx.root.id, taskId, userId, organisationId, body, tx.advance(tx.frame.receivedAt), tx.frame.recordedAt],
  );
  const readers = [...new Set(users)].filter((reader) => reader !== userId);
  if (readers.length > 0) {
    tx.write(
      `INSERT INTO engine_message_reader (message_id, user_id, root_id) VALUES ${rowsOf(3, readers.length)}`,
      readers.flatMap((reader) => [id, reader, tx.root.id]),
    );
  }
  tx.emit({ kind: 'engine.message-sent', payload: { message: id, task: taskId ?? 0, users: readers, by: userId } });
  return id;
}
