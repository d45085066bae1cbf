import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { activeStates, type CompiledProcess, type JsonObject, type Snapshot } from '#libs/kernel';
import { resultOf } from '../commands/command.result.js';
import { restoreStep } from '../commands/step.restorer.js';
import { BundleStore } from '../definitions/bundle.store.js';
import { changesState } from '../history/case.rebuilder.js';
import { HistoryReader, type StoredHistory } from '../history/history.reader.js';
import { Replayer } from '../history/replayer.js';
import type { InstanceRow } from '../instances/case.rows.js';
import type { CaseTransaction, CommandResult } from '../instances/case.transaction.js';
import { textOrNull } from '../instances/json.column.js';
import { TaskLocator } from '../tasks/task.locator.js';
import { Suspender } from '../timers/suspender.js';

/** Why a step is not reversed, in the words of both operations. */
export type ReversalRefusal = 'not-yours' | 'acted-on' | 'has-effects' | 'not-allowed';

/** 撤回 or 拿回. */
export interface Reversal {
  readonly word: 'withdraw' | 'take-back';
  readonly caller: Caller;
  /** The task that the caller did. */
  readonly taskId: number;
  readonly comment: string;
  readonly refusal: (reason: ReversalRefusal) => Error;
  /** What must not have happened besides. */
  readonly check?: (tx: CaseTransaction, step: StoredHistory, rows: readonly StoredHistory[]) => Promise<void>;
}

interface Reversible {
  readonly step: StoredHistory;
  readonly instance: InstanceRow;
  readonly snapshot: Snapshot;
  readonly restoresSeq: number;
  readonly compiled: CompiledProcess;
}

/** Facts of a step by which it reached beyond its own instance. */
const EFFECTS = ['effects', 'started', 'suspended'] as const;

/** Takes a person's own last step back while nobody has acted on what it opened. Deadlines go on, none restarts. */
@Injectable()
export class StepReverser {
  constructor(
    private readonly locator: TaskLocator,
    private readonly history: HistoryReader,
    private readonly replayer: Replayer,
    private readonly bundles: BundleStore,
    private readonly suspender: Suspender,
  ) {}

  async reverse(tx: CaseTransaction, reversal: Reversal): Promise<CommandResult> {
    const rows = await this.history.readAll(tx.root.id, tx.manager);
    const step = rows.find((row) => row.kind === 'acted' && row.taskId === reversal.taskId && isClosing(row));
    if (step?.actorUserId !== reversal.caller.userId) {
      this.locator.assertSeen(tx, reversal.caller, reversal.taskId);
      throw reversal.refusal('not-yours');
    }
    const { instance, snapshot, restoresSeq, compiled } = await this.reversible(tx, reversal, { step, rows });
    await reversal.check?.(tx, step, rows);
    const facts: JsonObject = reversal.word === 'take-back' ? { takenBack: true } : {};
    await restoreStep(tx, { step, instance, snapshot, restoresSeq, comment: reversal.comment, facts });
    this.locator.learn(tx);
    return resultOf(tx, instance.id, activeStates(compiled, snapshot));
  }

  /** Nothing may have happened on that instance since, and the step must not have had effects. */
  private async reversible(
    tx: CaseTransaction,
    { word, refusal }: Reversal,
    { step, rows }: { readonly step: StoredHistory; readonly rows: readonly StoredHistory[] },
  ): Promise<Reversible> {
    const state = textOrNull(step.facts['state']) ?? '';
    await this.suspender.assertRunning(tx, step.instanceId, state);
    const own = rows.filter((row) => row.instanceId === step.instanceId);
    const instance = tx.instances.get(step.instanceId);
    if (hasMoved(own, step) || !instance) throw refusal('acted-on');
    if (EFFECTS.some((fact) => step.facts[fact] !== undefined)) throw refusal('has-effects');
    const { compiled } = await this.bundles.byHash(instance.bundleHash, tx.manager);
    if (!isAllowed(compiled, state, word)) throw refusal('not-allowed');
    const before = own.findLast((row) => row.seq < step.seq && changesState(row));
    const past = await this.replayer.instanceBefore(rows, step.instanceId, step.seq, tx.manager);
    if (!before || !past?.snapshot) throw refusal('acted-on');
    return { step, instance, snapshot: past.snapshot, restoresSeq: before.seq, compiled };
  }
}

function hasMoved(rows: readonly StoredHistory[], { seq }: StoredHistory): boolean {
  return rows.some((row) => row.seq > seq && (changesState(row) || row.kind === 'withdrawn'));
}

function isAllowed({ states }: CompiledProcess, state: string, word: Reversal['word']): boolean {
  return states.get(state)?.task?.allow.includes(word) === true;
}

function isClosing(row: StoredHistory): boolean {
  const exited = row.facts['exited'];
  return Array.isArray(exited) && exited.includes(row.facts['state'] ?? '');
}
