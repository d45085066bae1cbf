import { Injectable } from '@nestjs/common';
import { activeStates, type Actor, type JsonObject } from '#libs/kernel';
import { resultOf } from '../commands/command.result.js';
import { CommandRunner } from '../commands/command.runner.js';
import { rearmTimers, reopenTasks } from '../commands/step.restorer.js';
import { BundleStore } from '../definitions/bundle.store.js';
import { changesState } from '../history/case.rebuilder.js';
import { HistoryReader, type StoredHistory } from '../history/history.reader.js';
import { Replayer } from '../history/replayer.js';
import type { InstanceRow } from '../instances/case.rows.js';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import { InstanceLocator } from '../instances/instance.locator.js';
import { writeTask } from '../tasks/task.opener.js';
import { carryOver } from './migrate-instance.command.js';
import { UndoRefusedError } from './migration.error.js';
import { closeTask, closeTimer, emptyTrace } from './migration.writer.js';

export interface UndoMigrationRequest {
  readonly instanceId: number;
  readonly actor: Actor | null;
  readonly reason: string;
  readonly receivedAt?: Date;
}

/** 撤销换版: back to the version before, as long as nothing has happened to the instance since. */
@Injectable()
export class UndoMigrationCommand {
  constructor(
    private readonly runner: CommandRunner,
    private readonly locator: InstanceLocator,
    private readonly history: HistoryReader,
    private readonly replayer: Replayer,
    private readonly bundles: BundleStore,
  ) {}

  async execute(request: UndoMigrationRequest): Promise<CommandResult> {
    const rootId = await this.locator.rootOf(request.instanceId);
    const frame = { rootId, actor: request.actor };
    return this.runner.run({ ...frame, ...(request.receivedAt && { receivedAt: request.receivedAt }) }, (tx) =>
      this.restore(tx, request),
    );
  }

  private async restore(
    tx: CaseTransaction,
    { instanceId, actor, reason }: UndoMigrationRequest,
  ): Promise<CommandResult> {
    const instance = tx.instances.get(instanceId);
    const rows = await this.history.readAll(tx.root.id, tx.manager);
    const { migration, before } = lastMove(rows, instanceId);
    const isPast = tx.history.some((row) => row.instanceId === instanceId && changesState(row));
    const past = migration && (await this.replayer.instanceBefore(rows, instanceId, migration.seq, tx.manager));
    if (!instance || !migration || !before || isPast || !past?.snapshot) throw new UndoRefusedError(instanceId);
    const seq = tx.nextSeq();
    const at = tx.advance(tx.frame.receivedAt);
    closeOpened(tx, migration, seq);
    const opened = await reopenClosed(tx, migration, instance);
    tx.history.push({
      seq,
      instanceId,
      kind: 'restored',
      at,
      actor,
      taskId: null,
      event: 'restored',
      facts: { undoes: migration.seq, restoresSeq: before.seq, comment: reason, opened },
      payload: {},
    });
    const bundle = await this.bundles.byHash(past.bundleHash, tx.manager);
    const pinned = { version: bundle.content.version, bundleHash: past.bundleHash };
    carryOver(tx, instance, { snapshot: past.snapshot }, pinned);
    return resultOf(tx, instanceId, activeStates(bundle.compiled, past.snapshot));
  }
}

async function reopenClosed(tx: CaseTransaction, step: StoredHistory, instance: InstanceRow): Promise<JsonObject[]> {
  const opened: JsonObject[] = [];
  const reopened = await reopenTasks(tx, { step, instance });
  const record = { seq: tx.root.seq, entered: [], exited: [], armed: [], opened, effects: [], started: [] };
  for (const task of reopened.values()) writeTask({ tx, record }, task);
  await rearmTimers(tx, { step, instance }, reopened);
  return opened;
}

/** The last thing that changed the instance, if it was a move, and what had changed it before. */
function lastMove(rows: readonly StoredHistory[], instanceId: number) {
  const changes = rows.filter(
    (row) => row.instanceId === instanceId && (changesState(row) || row.kind === 'withdrawn'),
  );
  const last = changes.at(-1);
  return last?.kind === 'migrated' ? { migration: last, before: changes.at(-2) } : { migration: null, before: null };
}

function closeOpened(tx: CaseTransaction, { facts }: StoredHistory, seq: number): void {
  const trace = emptyTrace();
  for (const id of idsOf(facts['openedTasks'])) {
    const task = tx.tasks.get(id);
    if (task) closeTask({ tx, seq, trace }, task);
  }
  for (const id of idsOf(facts['openedTimers'])) {
    const timer = tx.timers.get(id);
    if (timer) closeTimer({ tx, seq, trace }, timer);
  }
}

function idsOf(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === 'number') : [];
}
