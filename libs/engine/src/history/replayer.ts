import { Injectable } from '@nestjs/common';
import { type JsonObject, type KernelEvent, type Snapshot, step, type StepOutcome } from '#libs/kernel';
import { DataSource } from 'typeorm';
import { BundleStore } from '../definitions/bundle.store.js';
import { readJson, textOrNull } from '../instances/json.column.js';
import { canonicalJson } from './canonical.js';
import { HistoryReader, type StoredHistory } from './history.reader.js';

/** Snapshots of every instance of a case as its history alone gives them. */
export interface ReplayReport {
  readonly rootId: number;
  readonly steps: number;
  readonly identical: boolean;
  readonly differences: readonly { readonly instanceId: number; readonly seq: number; readonly reason: string }[];
}

interface Rebuilt {
  readonly bundleHash: string;
  snapshot: Snapshot | null;
  /** Snapshot after each history number, to which 撤回 goes back. */
  readonly bySeq: Map<number, Snapshot | null>;
}

/** Rebuilds instances from history with the facts stored in it: same history, same state. */
@Injectable()
export class Replayer {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bundles: BundleStore,
    private readonly reader: HistoryReader,
  ) {}

  async replay(rootId: number): Promise<ReplayReport> {
    const rows = await this.reader.readAll(rootId);
    const { instances, differences } = await this.rebuild(rows);
    const stored: { id: number; snapshot: unknown }[] = await this.dataSource.query(
      'SELECT id, snapshot FROM engine_instance WHERE root_id = ?',
      [rootId],
    );
    for (const row of stored) {
      const rebuilt = instances.get(Number(row.id))?.snapshot ?? null;
      const isSame = canonicalJson(rebuilt) === canonicalJson(readJson<Snapshot>(row.snapshot));
      if (!isSame) differences.push({ instanceId: Number(row.id), seq: rows.length, reason: 'snapshot differs' });
    }
    return { rootId, steps: rows.length, identical: differences.length === 0, differences };
  }

  /** Snapshot of an instance as it was before that history number. */
  async snapshotBefore(rows: readonly StoredHistory[], instanceId: number, seq: number): Promise<Snapshot | null> {
    const { instances } = await this.rebuild(rows.filter((row) => row.seq < seq));
    return instances.get(instanceId)?.snapshot ?? null;
  }

  private async rebuild(rows: readonly StoredHistory[]) {
    const instances = new Map<number, Rebuilt>();
    const differences: { instanceId: number; seq: number; reason: string }[] = [];
    for (const row of rows) {
      const problem = await this.apply(instances, row);
      if (problem) differences.push({ instanceId: row.instanceId, seq: row.seq, reason: problem });
    }
    return { instances, differences };
  }

  private async apply(instances: Map<number, Rebuilt>, row: StoredHistory): Promise<string | null> {
    if (row.kind === 'withdrawn') return goBack(instances.get(row.instanceId), row);
    const event = row.facts['step'];
    if (event === undefined) return null;
    const rebuilt = rebuiltOf(instances, row);
    const outcome = await this.step(rebuilt, event as unknown as KernelEvent, row);
    if (!outcome.ok) return `${outcome.problem.code}: ${outcome.problem.message}`;
    rebuilt.snapshot = outcome.snapshot;
    rebuilt.bySeq.set(row.seq, outcome.snapshot);
    return null;
  }

  private async step(rebuilt: Rebuilt, event: KernelEvent, row: StoredHistory): Promise<StepOutcome> {
    const bundle = await this.bundles.byHash(rebuilt.bundleHash);
    const views = row.facts['views'];
    return step(bundle.compiled, rebuilt.snapshot, event, {
      at: row.at.toISOString(),
      actor:
        row.actorUserId === null ? null : { userId: row.actorUserId, organisationId: row.actorOrganisationId ?? 0 },
      payload: row.payload ?? {},
      views: (views ?? {}) as JsonObject,
      parameters: bundle.content.parameters,
    });
  }
}

function rebuiltOf(instances: Map<number, Rebuilt>, row: StoredHistory): Rebuilt {
  const known = instances.get(row.instanceId);
  if (known) return known;
  const fresh: Rebuilt = { bundleHash: textOrNull(row.facts['bundle']) ?? '', snapshot: null, bySeq: new Map() };
  instances.set(row.instanceId, fresh);
  return fresh;
}

function goBack(rebuilt: Rebuilt | undefined, row: StoredHistory): string | null {
  const restores = row.facts['restoresSeq'];
  if (!rebuilt || typeof restores !== 'number') return 'withdrawal without a snapshot to restore';
  rebuilt.snapshot = rebuilt.bySeq.get(restores) ?? null;
  rebuilt.bySeq.set(row.seq, rebuilt.snapshot);
  return null;
}
