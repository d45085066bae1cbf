import { Injectable } from '@nestjs/common';
import type { JsonObject } from '#libs/kernel';
import { resultOf } from '../commands/command.result.js';
import { CommandRunner } from '../commands/command.runner.js';
import { BundleStore } from '../definitions/bundle.store.js';
import type { TimerRow } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { TimerFirer } from '../timers/timer.firer.js';
import { confirmTimer, runTimer } from '../timers/timer.holding.js';
import { type Recount, RecountPlanner } from './recount.planner.js';
import { type RecountedDeadline, recountedDeadline } from './recount.report.js';

type Counted = Exclude<Recount, { kind: 'unknown' }>;

/**
 * 期限重算: counts the open deadlines of one case by the calendar of now, in one command like any other. Pins hold: the
 * period and the regional calendars are those of the instance. What was held because its date was provisional goes on,
 * and happens at once when it is due by now.
 */
@Injectable()
export class RecountDeadlinesCommand {
  constructor(
    private readonly runner: CommandRunner,
    private readonly bundles: BundleStore,
    private readonly planner: RecountPlanner,
    private readonly firer: TimerFirer,
  ) {}

  async execute(rootId: number): Promise<readonly RecountedDeadline[]> {
    let found: readonly RecountedDeadline[] = [];
    await this.runner.run({ rootId, actor: null }, async (tx) => {
      found = await this.recount(tx);
      await this.firer.fireDue(tx, 'command');
      return resultOf(tx, 0, []);
    });
    return found;
  }

  private async recount(tx: CaseTransaction): Promise<readonly RecountedDeadline[]> {
    const now = tx.advance(tx.frame.receivedAt);
    const all: RecountedDeadline[] = [];
    for (const instance of tx.instances.values()) {
      const timers = [...tx.timers.values()].filter(({ instanceId }) => instanceId === instance.id);
      const bundle = await this.bundles.byHash(instance.bundleHash, tx.manager);
      const changes: JsonObject[] = [];
      for (const timer of timers) {
        const recount = this.planner.of(timer, { bundle, rootId: tx.root.id, now });
        if (recount === null) continue;
        const told = recountedDeadline(timer, recount, { rootId: tx.root.id, caseTitle: tx.root.title, bundle });
        if (told) all.push(told);
        if (recount.kind === 'unknown') continue;
        if (told) changes.push(factsOf(timer, recount));
        apply(tx, timer, recount, now);
      }
      if (changes.length > 0) record(tx, { instanceId: instance.id, at: now, changes });
    }
    return all;
  }
}

function apply(tx: CaseTransaction, timer: TimerRow, { kind, plan }: Counted, now: Date): void {
  const isWaiting = timer.isHeld === true;
  const mustWait = plan.provisional && timer.kind === 'after' && plan.dueAt <= now;
  if (isWaiting ? mustWait : kind !== 'moved') return confirmTimer(tx, timer, plan);
  runTimer(tx, timer, plan);
  if (isWaiting) tx.emit({ kind: 'engine.timer-released', payload: { timer: timer.id } });
}

function factsOf(timer: TimerRow, { kind, plan }: Counted): JsonObject {
  return {
    timer: timer.id,
    state: timer.state,
    deadline: timer.deadline,
    outcome: kind,
    was: timer.dueAt.toISOString(),
    due: plan.dueAt.toISOString(),
    provisional: plan.provisional,
    held: timer.isHeld === true,
    fromCalendar: timer.calendarVersion,
    calendar: plan.calendarVersion,
  };
}

interface RecountRow {
  readonly instanceId: number;
  readonly at: Date;
  readonly changes: readonly JsonObject[];
}

function record(tx: CaseTransaction, { instanceId, at, changes }: RecountRow): void {
  tx.history.push({
    seq: tx.nextSeq(),
    instanceId,
    kind: 'recounted',
    at,
    actor: null,
    taskId: null,
    event: 'recounted',
    facts: { recounted: changes },
    payload: {},
  });
}
