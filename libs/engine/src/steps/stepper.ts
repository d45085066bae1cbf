import { Injectable } from '@nestjs/common';
import { type JsonObject, type KernelEvent, step, type StepFacts, type StepOutcome } from '#libs/kernel';
import { GuardRefusedError, StepDefectError, UnknownEventError } from '../commands/command.error.js';
import type { Bundle } from '../definitions/bundle.js';
import { BundleStore } from '../definitions/bundle.store.js';
import type { HistoryDraft } from '../history/history.draft.js';
import type { InstanceRow } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import { ViewRegistry } from '../views/view.registry.js';
import { Suspender } from '../timers/suspender.js';
import { ChildStarter } from './child.starter.js';
import type { PendingStep, StepRecord } from './pending.step.js';
import { SignalRouter } from './signal.router.js';
import { StepApplier } from './step.applier.js';

type DoneOutcome = Extract<StepOutcome, { ok: true }>;

/** Takes a step and all that follows from it inside the case (children, parents) until nothing is pending. */
@Injectable()
export class Stepper {
  constructor(
    private readonly bundles: BundleStore,
    private readonly views: ViewRegistry,
    private readonly applier: StepApplier,
    private readonly children: ChildStarter,
    private readonly signals: SignalRouter,
    private readonly suspender: Suspender,
  ) {}

  async run(tx: CaseTransaction, first: PendingStep): Promise<DoneOutcome> {
    const pending: PendingStep[] = [];
    const { state } = first.facts;
    if (first.kind === 'sent' && typeof state === 'string')
      await this.suspender.assertRunning(tx, first.instanceId, state);
    const outcome = await this.take(tx, first, pending);
    for (let next = await this.next(tx, pending, first); next; next = await this.next(tx, pending, first)) {
      await this.take(tx, next, pending);
    }
    return outcome;
  }

  /** What follows inside the case first; then whoever listens to a view that changed. */
  private async next(
    tx: CaseTransaction,
    pending: PendingStep[],
    cause: PendingStep,
  ): Promise<PendingStep | undefined> {
    pending.unshift(...tx.passes.splice(0));
    const event = pending.length === 0 ? tx.signals.shift() : undefined;
    if (event !== undefined) pending.push(...(await this.signals.route(tx, { event, payload: {}, at: cause.at })));
    const next = pending.shift();
    if (next && !tx.instances.has(next.instanceId)) return this.next(tx, pending, cause);
    return next ?? (tx.signals.length > 0 ? this.next(tx, pending, cause) : undefined);
  }

  private async take(tx: CaseTransaction, pending: PendingStep, queue: PendingStep[]): Promise<DoneOutcome> {
    const instance = activeInstance(tx, pending);
    const bundle = await this.bundles.byHash(instance.bundleHash, tx.manager);
    const views = await this.views.load(
      { manager: tx.manager, rootId: tx.root.id, instanceId: instance.id },
      bundle.compiled.definition.views,
    );
    const facts = factsOf(pending, bundle, views);
    const outcome = accepted(step(bundle.compiled, instance.snapshot, pending.event, facts), pending, instance);
    const record: StepRecord = {
      seq: tx.nextSeq(),
      entered: [],
      exited: [],
      armed: [],
      opened: [],
      effects: [],
      started: [],
      suspended: [],
    };
    const isNew = instance.snapshot === null;
    instance.snapshot = outcome.snapshot;
    await this.applier.apply({ tx, instance, bundle, pending, record }, outcome.effects);
    queue.push(...(await this.children.start({ tx, instance, pending, record }, outcome.effects)));
    writeInstance(tx, instance, outcome, isNew);
    tx.history.push(historyOf(pending, record, sourceOf(instance, { bundle, isNew, views, outcome })));
    if (outcome.status === 'done') queue.push(...afterDone(tx, instance, outcome, pending));
    return outcome;
  }
}

function activeInstance(tx: CaseTransaction, pending: PendingStep): InstanceRow {
  const instance = tx.instances.get(pending.instanceId);
  if (!instance) throw new StepDefectError('?', undefined, `instance ${pending.instanceId} is not active`);
  return instance;
}

function factsOf(pending: PendingStep, bundle: Bundle, views: StepFacts['views']): StepFacts {
  return {
    at: pending.at.toISOString(),
    actor: pending.actor,
    payload: pending.payload,
    views,
    parameters: bundle.content.parameters,
  };
}

function accepted(outcome: StepOutcome, pending: PendingStep, instance: InstanceRow): DoneOutcome {
  if (outcome.ok) return outcome;
  const { problem } = outcome;
  const event = pending.event.kind === 'event' ? pending.event.name : pending.event.kind;
  if (problem.code === 'guard-refused') throw new GuardRefusedError(event, problem.guard, problem.values);
  if (problem.code === 'unknown-event' || problem.code === 'not-accepted') throw new UnknownEventError(event, []);
  throw new StepDefectError(instance.process, problem.state, problem.message);
}

function writeInstance(tx: CaseTransaction, instance: InstanceRow, outcome: DoneOutcome, isNew: boolean): void {
  const snapshot = JSON.stringify(outcome.snapshot);
  if (outcome.status === 'done') {
    instance.status = 'done';
    instance.output = outcome.output;
  }
  const ended = outcome.status === 'done' ? tx.root.businessAt : null;
  const output = outcome.status === 'done' ? JSON.stringify(outcome.output) : null;
  if (isNew) {
    tx.write(
      `INSERT INTO engine_instance (id, root_id, parent_id, parent_state, parent_item, process, version, bundle_hash,
        status, snapshot, output, started_at, ended_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        instance.id,
        tx.root.id,
        instance.parentId,
        instance.parentState,
        instance.parentItem ?? null,
        instance.process,
        instance.version,
        instance.bundleHash,
        instance.status,
        snapshot,
        output,
        tx.root.businessAt,
        ended,
      ],
    );
    return;
  }
  tx.write('UPDATE engine_instance SET snapshot = ?, status = ?, output = ?, ended_at = ? WHERE id = ?', [
    snapshot,
    instance.status,
    output,
    ended,
    instance.id,
  ]);
}

interface StepSource {
  readonly bundle: string;
  readonly instanceId: number;
  readonly isNew: boolean;
  readonly views: StepFacts['views'];
  /** Answers of decision tables, each with the hash of the table as it was pinned. */
  readonly decisions: readonly JsonObject[];
}

interface StepTaken {
  readonly bundle: Bundle;
  readonly isNew: boolean;
  readonly views: StepFacts['views'];
  readonly outcome: DoneOutcome;
}

function sourceOf(instance: InstanceRow, { bundle, isNew, views, outcome }: StepTaken): StepSource {
  const decisions = (outcome.decisions ?? []).map((asked) => ({
    ...asked,
    hash: bundle.tableHashes.get(asked.table) ?? '',
  }));
  return { bundle: instance.bundleHash, instanceId: instance.id, isNew, views, decisions };
}

function historyOf(pending: PendingStep, record: StepRecord, source: StepSource): HistoryDraft {
  return {
    seq: record.seq,
    instanceId: source.instanceId,
    kind: pending.kind,
    at: pending.at,
    actor: pending.actor,
    taskId: pending.taskId,
    event: pending.event.kind === 'event' ? pending.event.name : nameOf(pending),
    facts: { ...pending.facts, step: { ...pending.event }, ...stepFacts(record, source) },
    payload: pending.payload,
  };
}

function nameOf({ event }: PendingStep): string {
  if (event.kind === 'deadline') return event.deadline;
  return event.kind;
}

function stepFacts(record: StepRecord, { bundle, isNew, views, decisions }: StepSource): JsonObject {
  const { seq: _seq, ...done } = record;
  const filled = Object.entries(done).filter(([, list]) => list.length > 0);
  return {
    ...Object.fromEntries(filled),
    ...(Object.keys(views).length > 0 ? { views } : {}),
    ...(decisions.length > 0 ? { decisions } : {}),
    ...(isNew ? { bundle } : {}),
  };
}

function completion(state: string, item: number | undefined, output: JsonObject): KernelEvent {
  return item === undefined ? { kind: 'completed', state, output } : { kind: 'completed', state, output, item };
}

function afterDone(
  tx: CaseTransaction,
  instance: InstanceRow,
  outcome: DoneOutcome,
  cause: PendingStep,
): PendingStep[] {
  tx.instances.delete(instance.id);
  if (instance.parentId === null || instance.parentState === null) {
    tx.root.status = 'done';
    return [];
  }
  return [
    {
      instanceId: instance.parentId,
      event: completion(instance.parentState, instance.parentItem, outcome.output),
      kind: 'completed',
      at: cause.at,
      actor: cause.actor,
      taskId: null,
      payload: {},
      facts: { child: instance.id },
    },
  ];
}
