import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Actor, Json, JsonObject } from '#libs/kernel';
import { BusinessClock, IdAllocator, SystemClock } from '#libs/platform';
import { DataSource, type QueryRunner } from 'typeorm';
import { hashOf } from '../history/canonical.js';
import { type IdempotencyRow, lockCase } from '../instances/case.loader.js';
import { CaseTransaction, type CommandResult } from '../instances/case.transaction.js';
import { flushCase } from '../instances/case.writer.js';
import { readJson } from '../instances/json.column.js';
import { numberOfRow } from '../receipts/receipt.js';
import { settleSupervisions } from '../supervision/settle-supervisions.js';
import { type FiredBy, TimerFirer } from '../timers/timer.firer.js';
import { CaseBusyError, DatabaseAwayError, IdempotencyConflictError, NotVisibleError } from './command.error.js';
import { isDatabaseAway, isDuplicateKey, isLockConflict } from './lock.conflict.js';
import { RootQueue } from './root.queue.js';

const ATTEMPTS = 6;
const BACKOFF_MS = 20;

/** A caller's key for one intended change; the same key with the same body gives the same answer. */
export interface IdempotencyRequest {
  readonly key: string;
  readonly body: Json;
}

export interface CommandRequest {
  readonly rootId: number;
  readonly actor: Actor | null;
  /** Business time at the API's edge; now, when the engine itself commands. */
  readonly receivedAt?: Date;
  readonly idempotency?: IdempotencyRequest | undefined;
  /** Who noticed, when an alarm or the sweeper comes in. */
  readonly firedBy?: FiredBy;
}

/** One command = one transaction: lock the root, fire what is due, decide, write, commit. */
@Injectable()
export class CommandRunner {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: RootQueue,
    private readonly ids: IdAllocator,
    private readonly business: BusinessClock,
    private readonly system: SystemClock,
    private readonly firer: TimerFirer,
  ) {}

  run(request: CommandRequest, body: (tx: CaseTransaction) => Promise<CommandResult>): Promise<CommandResult> {
    const receivedAt = request.receivedAt ?? this.business.now();
    return this.queue.run(request.rootId, () => this.withRetries({ ...request, receivedAt }, body));
  }

  private async withRetries(
    request: CommandRequest & { receivedAt: Date },
    body: (tx: CaseTransaction) => Promise<CommandResult>,
  ): Promise<CommandResult> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(request, body);
      } catch (error) {
        if (isDatabaseAway(error)) throw new DatabaseAwayError(error);
        if (!isLockConflict(error) && !isKeyRace(request, error, attempt)) throw error;
        if (attempt === ATTEMPTS) throw new CaseBusyError(request.rootId);
        await wait(BACKOFF_MS * attempt);
      }
    }
  }

  private async once(
    request: CommandRequest & { receivedAt: Date },
    body: (tx: CaseTransaction) => Promise<CommandResult>,
  ): Promise<CommandResult> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const { loaded, idempotency } = await this.lock(runner, request);
      if (!loaded) throw new NotVisibleError('case', request.rootId);
      const earlier = this.earlierResult(request, idempotency);
      if (earlier) return earlier;
      const tx = new CaseTransaction(runner, this.frameOf(request), loaded, () => this.ids.next());
      await this.firer.fireDue(tx, request.firedBy ?? 'command');
      const result = withReceipt(tx, await body(tx));
      settleSupervisions(tx);
      this.remember(tx, request, result);
      await flushCase(tx);
      commitDone(runner);
      for (const hook of tx.afterCommit) hook();
      return result;
    } finally {
      await release(runner);
    }
  }

  private async lock(runner: QueryRunner, request: CommandRequest) {
    await this.ids.ensure();
    const locked = lockCase(runner, {
      rootId: request.rootId,
      actorUserId: request.actor?.userId ?? null,
      idempotencyKey: request.idempotency?.key ?? null,
    });
    markBegun(runner);
    return locked;
  }

  private frameOf(request: CommandRequest & { receivedAt: Date }) {
    return { actor: request.actor, receivedAt: request.receivedAt, recordedAt: this.system.now() };
  }

  private earlierResult(request: CommandRequest, row: IdempotencyRow | null): CommandResult | null {
    if (!row || !request.idempotency) return null;
    if (row.body_hash !== hashOf(request.idempotency.body)) throw new IdempotencyConflictError(request.idempotency.key);
    return readJson<CommandResult>(row.result);
  }

  private remember(tx: CaseTransaction, request: CommandRequest, result: CommandResult): void {
    if (!request.idempotency || !request.actor) return;
    const { key, body } = request.idempotency;
    tx.write(
      'INSERT INTO engine_idempotency (user_id, idempotency_key, body_hash, result, created_at) VALUES (?, ?, ?, ?, ?)',
      [request.actor.userId, key, hashOf(body), JSON.stringify(result satisfies JsonObject), tx.frame.recordedAt],
    );
  }
}

/** 送达回执: the number of what the caller has entered; the history row is the receipt. */
function withReceipt({ history, root }: CaseTransaction, result: CommandResult): CommandResult {
  const own = history.toSorted((a, b) => a.seq - b.seq).find(({ actor }) => actor !== null);
  return own ? { ...result, receipt: numberOfRow(root.id, own.seq) } : result;
}

/** Two requests with one key on two new roots: the second finds the first one's result when it looks again. */
function isKeyRace(request: CommandRequest, error: unknown, attempt: number): boolean {
  return request.idempotency !== undefined && attempt === 1 && isDuplicateKey(error);
}

/** TypeORM must know that a transaction is open, or its own writes would begin another and commit ours. */
function markBegun(runner: QueryRunner): void {
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
}

function commitDone(runner: QueryRunner): void {
  Object.assign(runner, { isTransactionActive: false, transactionDepth: 0 });
}

async function release(runner: QueryRunner): Promise<void> {
  try {
    if (runner.isTransactionActive) await runner.query('ROLLBACK');
  } finally {
    commitDone(runner);
    await runner.release();
  }
}
