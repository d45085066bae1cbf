import {
  type Actor,
  type DecisionOutcome,
  type JsonObject,
  type KernelEvent,
  migrateSnapshot,
  type Snapshot,
  step,
  type StepEffect,
  type StepOutcome,
} from '#libs/kernel';
import type { Bundle } from '../definitions/bundle.js';
import { textOrNull } from '../instances/json.column.js';
import { isSame } from './canonical.js';
import type { HistoryKind } from './history.draft.js';

/** A history row, as far as rebuilding an instance needs it; JSON alone. */
export interface ReplayedStep {
  readonly seq: number;
  readonly instanceId: number;
  readonly kind: string;
  /** ISO 8601 UTC instant with milliseconds. */
  readonly at: string;
  readonly actor: Actor | null;
  readonly facts: JsonObject;
  readonly payload: JsonObject;
}

/** Where an instance stands after the rows so far. */
export interface RebuiltInstance {
  readonly bundleHash: string;
  readonly snapshot: Snapshot | null;
}

export interface ReplayDifference {
  readonly instanceId: number;
  readonly seq: number;
  readonly reason: string;
}

/** Kinds that carry an instance over to another version, and back. */
const MOVES: readonly string[] = ['migrated', 'restored'] satisfies readonly HistoryKind[];

/** Whether a row changed the stored state of its instance; 撤回 and undone migrations go back to before such a row. */
export function changesState({ kind, facts }: Pick<ReplayedStep, 'kind' | 'facts'>): boolean {
  return facts['step'] !== undefined || MOVES.includes(kind);
}

/** Hashes of all bundles that the rows name. */
export function bundlesNamed(rows: readonly Pick<ReplayedStep, 'facts'>[]): ReadonlySet<string> {
  return new Set(
    rows.flatMap(({ facts }) => [facts['bundle'], facts['toBundle']].flatMap((hash) => textOrNull(hash) ?? [])),
  );
}

/** Rebuilds the instances of a case, row by row, from the facts alone: same history, same state. */
export class CaseRebuilder {
  readonly differences: ReplayDifference[] = [];
  private readonly instances = new Map<number, RebuiltInstance>();
  /** Each instance after each row that changed it, to which it may go back. */
  private readonly past = new Map<string, RebuiltInstance>();

  constructor(private readonly bundles: ReadonlyMap<string, Bundle>) {}

  instance(id: number): RebuiltInstance | undefined {
    return this.instances.get(id);
  }

  apply(rows: readonly ReplayedStep[]): this {
    for (const row of rows) {
      const reason = this.applyOne(row);
      if (reason !== null) this.differences.push({ instanceId: row.instanceId, seq: row.seq, reason });
    }
    return this;
  }

  private applyOne(row: ReplayedStep): string | null {
    if (row.kind === 'withdrawn' || row.kind === 'restored') return this.goBack(row);
    if (row.kind === 'migrated') return this.migrate(row);
    const event = row.facts['step'];
    if (event === undefined) return null;
    const before = this.instances.get(row.instanceId) ?? {
      bundleHash: textOrNull(row.facts['bundle']) ?? '',
      snapshot: null,
    };
    const bundle = this.bundles.get(before.bundleHash);
    if (!bundle) return `bundle ${before.bundleHash} is missing`;
    // The engine wrote it as the kernel's event.
    const outcome = stepAgain(bundle, before.snapshot, event as unknown as KernelEvent, row);
    if (!outcome.ok) return `${outcome.problem.code}: ${outcome.problem.message}`;
    this.put(row, { ...before, snapshot: outcome.snapshot });
    return traceDifference(outcome.effects, row.facts);
  }

  private goBack(row: ReplayedStep): string | null {
    const restores = row.facts['restoresSeq'];
    const past = typeof restores === 'number' ? this.past.get(`${row.instanceId}/${restores}`) : undefined;
    if (!past) return 'there is no state to go back to';
    this.put(row, past);
    return null;
  }

  private migrate(row: ReplayedStep): string | null {
    const before = this.instances.get(row.instanceId);
    const bundleHash = textOrNull(row.facts['toBundle']) ?? '';
    const [from, to] = [this.bundles.get(before?.bundleHash ?? ''), this.bundles.get(bundleHash)];
    if (!before?.snapshot || !from || !to) return 'there is nothing to carry over';
    const outcome = migrateSnapshot(from.compiled, to.compiled, before.snapshot);
    if (!outcome.ok) return `cannot be carried over: ${outcome.obstacles.map(({ code }) => code).join(', ')}`;
    this.put(row, { bundleHash, snapshot: outcome.snapshot });
    return null;
  }

  private put({ instanceId, seq }: ReplayedStep, instance: RebuiltInstance): void {
    this.instances.set(instanceId, instance);
    this.past.set(`${instanceId}/${seq}`, instance);
  }
}

function stepAgain(bundle: Bundle, snapshot: Snapshot | null, event: KernelEvent, row: ReplayedStep): StepOutcome {
  const { views, decisions } = row.facts;
  return step(bundle.compiled, snapshot, event, {
    at: row.at,
    actor: row.actor,
    payload: row.payload,
    views: (views ?? {}) as JsonObject,
    parameters: bundle.content.parameters,
    ...(decisions === undefined ? {} : { decisions: decisions as unknown as readonly DecisionOutcome[] }),
  });
}

/** The row says which states were left and entered, and which effects ran: the step must say the same. */
function traceDifference(effects: readonly StepEffect[], facts: JsonObject): string | null {
  const states = (kind: 'enter' | 'exit'): string[] =>
    effects.flatMap((effect) => (effect.kind === kind ? [effect.state] : []));
  const names = effects.flatMap((effect) => (effect.kind === 'effect' ? [effect.name] : []));
  const traces = { entered: states('enter'), exited: states('exit'), effects: names };
  const wrong = Object.entries(traces).find(([key, list]) => !isSame(list, facts[key] ?? []));
  return wrong
    ? `${wrong[0]} differs: ${JSON.stringify(wrong[1])}, not ${JSON.stringify(facts[wrong[0]] ?? [])}`
    : null;
}
