import { Injectable } from '@nestjs/common';
import type { JsonObject } from '#libs/kernel';
import { BundleStore } from '../definitions/bundle.store.js';
import type { InstanceRow, TimerRow } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { TimerPlanner } from '../timers/timer.planner.js';
import { EndingHandlers } from './ending.handlers.js';

/** How a case ends before its time: 撤销 by who began it, 终止, 作废. */
export type EarlyEnd = 'cancelled' | 'terminated' | 'void';

/** Ends a case with everything in it; each timer keeps what was left, so that the case can be woken. */
@Injectable()
export class CaseEnder {
  constructor(
    private readonly bundles: BundleStore,
    private readonly planner: TimerPlanner,
    private readonly handlers: EndingHandlers,
  ) {}

  /** Gives the case's own instance. */
  async end(tx: CaseTransaction, as: EarlyEnd, facts: JsonObject): Promise<number> {
    const top = [...tx.instances.values()].find(({ parentId }) => parentId === null)?.id ?? 0;
    const at = tx.advance(tx.frame.receivedAt);
    const seq = tx.nextSeq();
    const timers = await this.stopTimers(tx, seq, at);
    const instances = [...tx.instances.values()].map((instance) => stopInstance(tx, instance, at));
    closeTasks(tx, seq, at);
    tx.root.status = as;
    await this.handlers.ended({ ...tx.frame, manager: tx.manager, rootId: tx.root.id, at, nextId: () => tx.nextId() });
    tx.history.push({
      seq,
      instanceId: top,
      kind: 'ended',
      at,
      actor: tx.frame.actor,
      taskId: null,
      event: as,
      facts: { ...facts, instances, ...(timers.length > 0 ? { timers } : {}) },
      payload: {},
    });
    return top;
  }

  private async stopTimers(tx: CaseTransaction, seq: number, at: Date): Promise<JsonObject[]> {
    const stopped: JsonObject[] = [];
    for (const timer of [...tx.timers.values()]) {
      const left = timer.remaining ?? (await this.left(tx, timer, at));
      tx.timers.delete(timer.id);
      tx.write("UPDATE engine_timer SET status = 'cancelled', remaining = ?, closed_seq = ? WHERE id = ?", [
        left,
        seq,
        timer.id,
      ]);
      stopped.push({ timer: timer.id, deadline: timer.deadline, left });
    }
    return stopped;
  }

  private async left(tx: CaseTransaction, timer: TimerRow, at: Date): Promise<string | null> {
    const { content } = await this.bundles.byHash(tx.instances.get(timer.instanceId)?.bundleHash ?? '', tx.manager);
    return this.planner.for(content).remaining(timer, at);
  }
}

function stopInstance(tx: CaseTransaction, instance: InstanceRow, at: Date): number {
  instance.status = 'stopped';
  tx.write("UPDATE engine_instance SET status = 'stopped', ended_at = ? WHERE id = ?", [at, instance.id]);
  tx.instances.delete(instance.id);
  return instance.id;
}

function closeTasks(tx: CaseTransaction, seq: number, at: Date): void {
  for (const task of [...tx.tasks.values()]) {
    tx.tasks.delete(task.id);
    tx.write(
      "UPDATE engine_task SET status = 'cancelled', version = version + 1, closed_at = ?, closed_seq = ? WHERE id = ?",
      [at, seq, task.id],
    );
    tx.write('UPDATE engine_task_candidate SET is_open = 0 WHERE task_id = ?', [task.id]);
  }
}
