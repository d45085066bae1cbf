import { Injectable } from '@nestjs/common';
import type { JsonObject } from '#libs/kernel';
import { reopenTasks } from '../commands/step.restorer.js';
import { HistoryReader, type StoredHistory } from '../history/history.reader.js';
import { parseInstance, parseTimer } from '../instances/case.parser.js';
import type { InstanceRow, TaskRow } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { readJson } from '../instances/json.column.js';
import { writeTask } from '../tasks/task.opener.js';
import { Suspender } from '../timers/suspender.js';
import { insertTimer } from '../timers/timer.book.js';
import { EndingHandlers } from './ending.handlers.js';
import { CaseStandingError } from './intervention.error.js';
import { type Intervener, type Intervention, factsOf } from './intervention.js';

type Row = Record<string, unknown>;

/** 唤醒: a case that was cancelled, terminated or voided goes on where it stood, with what was left of its periods. */
@Injectable()
export class CaseWaker implements Intervener {
  readonly kinds = ['wake'] as const;

  constructor(
    private readonly history: HistoryReader,
    private readonly suspender: Suspender,
    private readonly handlers: EndingHandlers,
  ) {}

  check({ root }: CaseTransaction): void {
    if (root.status === 'open') throw new CaseStandingError('running');
    if (root.status === 'done') throw new CaseStandingError('finished');
  }

  async apply(tx: CaseTransaction, intervention: Intervention): Promise<number> {
    const rows = await this.history.readAll(tx.root.id, tx.manager);
    const end = rows.findLast(({ kind }) => kind === 'ended');
    if (!end) throw new CaseStandingError('finished');
    const at = tx.advance(tx.frame.receivedAt);
    const opened: JsonObject[] = [];
    const record = { seq: tx.nextSeq(), entered: [], exited: [], armed: [], opened, effects: [], started: [] };
    tx.root.status = 'open';
    const tasks = new Map<number, TaskRow>();
    for (const instance of await this.instances(tx, end)) {
      for (const [old, task] of await reopenTasks(tx, { step: end, instance })) {
        writeTask({ tx, record }, task);
        tasks.set(old, task);
      }
    }
    await this.runTimers(tx, { end, tasks, at });
    await this.handlers.woken({ ...tx.frame, manager: tx.manager, rootId: tx.root.id, at, nextId: () => tx.nextId() });
    tx.history.push({
      seq: record.seq,
      instanceId: end.instanceId,
      kind: 'woken',
      at,
      actor: tx.frame.actor,
      taskId: null,
      event: 'wake',
      facts: { ...factsOf(intervention), ended: end.seq, opened },
      payload: {},
    });
    return end.instanceId;
  }

  private async instances(tx: CaseTransaction, end: StoredHistory): Promise<readonly InstanceRow[]> {
    const ids = end.facts['instances'];
    const rows: Row[] = await tx.manager.query(
      "SELECT * FROM engine_instance WHERE root_id = ? AND id IN (?) AND status = 'stopped' ORDER BY id",
      [tx.root.id, ids],
    );
    const instances = rows.map((row) => ({ ...parseInstance(row), status: 'active' as const }));
    for (const instance of instances) {
      tx.instances.set(instance.id, instance);
      tx.write("UPDATE engine_instance SET status = 'active', ended_at = NULL WHERE id = ?", [instance.id]);
    }
    return instances;
  }

  private async runTimers(
    tx: CaseTransaction,
    {
      end,
      tasks,
      at,
    }: { readonly end: StoredHistory; readonly tasks: ReadonlyMap<number, TaskRow>; readonly at: Date },
  ): Promise<void> {
    const rows: Row[] = await tx.manager.query('SELECT * FROM engine_timer WHERE root_id = ? AND closed_seq = ?', [
      tx.root.id,
      end.seq,
    ]);
    for (const row of rows) {
      const old = parseTimer(row);
      const taskId = old.taskId === null ? null : (tasks.get(old.taskId)?.id ?? null);
      const timer = { ...old, id: tx.nextId(), taskId, generation: 1 };
      tx.timers.set(timer.id, timer);
      const computation = readJson<JsonObject[]>(row['computation']);
      insertTimer(tx, timer, { computation });
      if (timer.remaining !== undefined) await this.suspender.goOn(tx, timer, at);
    }
  }
}
