import { Injectable } from '@nestjs/common';
import { activeStates, type Actor, type Json, type JsonObject } from '#libs/kernel';
import { BundleStore } from '../definitions/bundle.store.js';
import { CommandRunner } from '../commands/command.runner.js';
import { resultOf } from '../commands/command.result.js';
import { InstanceLocator } from '../instances/instance.locator.js';
import type { InstanceRow } from '../instances/case.rows.js';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import type { PublishedEntry } from '../publishing/published.definition.js';
import { MigrationRefusedError, NotMigratableError } from './migration.error.js';
import type { MigrationPlan } from './migration.plan.js';
import { MigrationPlanner } from './migration.planner.js';
import { emptyTrace, type MigrationScope, type MigrationTrace, MigrationWriter } from './migration.writer.js';
import { StandingReader } from './standing.reader.js';
import type { TimerPolicy } from './timer.policy.js';

export interface MigrateRequest {
  readonly instanceId: number;
  /** Version under which it must run now. */
  readonly from: number;
  readonly to: PublishedEntry;
  readonly timers: TimerPolicy;
  /** Who decided it; null at the command line. */
  readonly actor: Actor | null;
  readonly reason: string;
  readonly receivedAt?: Date;
}

/** 换版: moves a running instance to another version of its process, in one command like any other. */
@Injectable()
export class MigrateInstanceCommand {
  constructor(
    private readonly runner: CommandRunner,
    private readonly locator: InstanceLocator,
    private readonly bundles: BundleStore,
    private readonly standing: StandingReader,
    private readonly planner: MigrationPlanner,
    private readonly writer: MigrationWriter,
  ) {}

  async execute(request: MigrateRequest): Promise<CommandResult> {
    const rootId = await this.locator.rootOf(request.instanceId);
    const frame = { rootId, actor: request.actor };
    return this.runner.run({ ...frame, ...(request.receivedAt && { receivedAt: request.receivedAt }) }, (tx) =>
      this.move(tx, request),
    );
  }

  private async move(tx: CaseTransaction, request: MigrateRequest): Promise<CommandResult> {
    const instance = tx.instances.get(request.instanceId);
    const { process } = request.to.definition;
    if (!instance?.snapshot || instance.process !== process || instance.version !== request.from)
      throw new NotMigratableError(request.instanceId, process, request.from);
    const now = tx.advance(tx.frame.receivedAt);
    const from = await this.bundles.byHash(instance.bundleHash, tx.manager);
    const to = await this.bundles.versionFor(tx.manager, request.to, tx.root.divisionCode);
    tx.afterCommit.push(() => this.bundles.markStored(to.hash));
    const standing = await this.standing.read(tx.manager, {
      rootId: tx.root.id,
      instance: { ...instance, snapshot: instance.snapshot },
      tasks: tx.tasks.values(),
      timers: tx.timers.values(),
      unwritten: tx.history,
      now,
    });
    const plan = this.planner.plan({ instance: standing, from, to, policy: request.timers, now });
    if (!plan.ok) throw new MigrationRefusedError(instance.id, plan.obstacles);
    await this.write({ tx, instance, to, seq: tx.nextSeq(), trace: emptyTrace() }, plan, request);
    return resultOf(tx, instance.id, activeStates(to.compiled, plan.snapshot));
  }

  private async write(scope: MigrationScope, plan: DonePlan, request: MigrateRequest): Promise<void> {
    const { tx, instance, to, seq, trace } = scope;
    await this.writer.write(scope, plan);
    tx.history.push({
      seq,
      instanceId: instance.id,
      kind: 'migrated',
      at: tx.root.businessAt,
      actor: request.actor,
      taskId: null,
      event: `${instance.version}>${to.content.version}`,
      facts: factsOf(request, { from: instance.bundleHash, to: to.hash, trace }),
      payload: {},
    });
    carryOver(tx, instance, plan, { version: to.content.version, bundleHash: to.hash });
  }
}

type DonePlan = Extract<MigrationPlan, { ok: true }>;

/** Which version and bundle an instance runs. */
export type Pinned = Pick<InstanceRow, 'version' | 'bundleHash'>;

/** The row of the instance, in memory and in the table. */
export function carryOver(
  tx: CaseTransaction,
  instance: InstanceRow,
  { snapshot }: Pick<DonePlan, 'snapshot'>,
  pinned: Pinned,
): void {
  Object.assign(instance, { snapshot, ...pinned });
  tx.write('UPDATE engine_instance SET snapshot = ?, version = ?, bundle_hash = ? WHERE id = ?', [
    JSON.stringify(snapshot),
    pinned.version,
    pinned.bundleHash,
    instance.id,
  ]);
}

function factsOf(
  { from, to, timers, reason }: MigrateRequest,
  {
    from: fromBundle,
    to: toBundle,
    trace,
  }: { readonly from: string; readonly to: string; readonly trace: MigrationTrace },
): JsonObject {
  const lists: readonly [string, readonly Json[]][] = Object.entries(trace);
  return {
    fromVersion: from,
    toVersion: to.definition.version,
    fromBundle,
    toBundle,
    timers,
    comment: reason,
    ...Object.fromEntries(lists.filter(([, list]) => list.length > 0)),
  };
}
