import { Injectable } from '@nestjs/common';
import type { Snapshot } from '#libs/kernel';
import { DataSource } from 'typeorm';
import { BundleStore } from '../definitions/bundle.store.js';
import type { Bundle } from '../definitions/bundle.js';
import type { QuerySource } from '../instances/query.source.js';
import { readJson } from '../instances/json.column.js';
import { isSame } from './canonical.js';
import {
  bundlesNamed,
  CaseRebuilder,
  type RebuiltInstance,
  type ReplayDifference,
  type ReplayedStep,
} from './case.rebuilder.js';
import { HistoryReader, type StoredHistory } from './history.reader.js';

/** Snapshots of every instance of a case as its history alone gives them. */
export interface ReplayReport {
  readonly rootId: number;
  readonly steps: number;
  readonly identical: boolean;
  readonly differences: readonly ReplayDifference[];
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
    const rebuilder = await this.rebuild(rows);
    const stored: { id: number; bundle_hash: string; snapshot: unknown }[] = await this.dataSource.query(
      'SELECT id, bundle_hash, snapshot FROM engine_instance WHERE root_id = ?',
      [rootId],
    );
    const differences = [...rebuilder.differences];
    for (const row of stored) {
      const rebuilt = rebuilder.instance(Number(row.id));
      const fits = isSame(rebuilt?.snapshot ?? null, readJson<Snapshot>(row.snapshot));
      const reason = fits ? 'bundle differs' : 'snapshot differs';
      if (!fits || rebuilt?.bundleHash !== row.bundle_hash)
        differences.push({ instanceId: Number(row.id), seq: rows.length, reason });
    }
    return { rootId, steps: rows.length, identical: differences.length === 0, differences };
  }

  /** An instance as it was before that history number. */
  async instanceBefore(
    rows: readonly StoredHistory[],
    instanceId: number,
    seq: number,
    source?: QuerySource,
  ): Promise<RebuiltInstance | null> {
    const rebuilder = await this.rebuild(
      rows.filter((row) => row.seq < seq),
      source,
    );
    return rebuilder.instance(instanceId) ?? null;
  }

  private async rebuild(rows: readonly StoredHistory[], source?: QuerySource): Promise<CaseRebuilder> {
    const bundles = new Map<string, Bundle>();
    for (const hash of bundlesNamed(rows)) bundles.set(hash, await this.bundles.byHash(hash, source));
    return new CaseRebuilder(bundles).apply(rows.map(replayedStep));
  }
}

export function replayedStep(row: StoredHistory): ReplayedStep {
  const { seq, instanceId, kind, at, actorUserId, actorOrganisationId, facts, payload } = row;
  const actor = actorUserId === null ? null : { userId: actorUserId, organisationId: actorOrganisationId ?? 0 };
  return { seq, instanceId, kind, at: at.toISOString(), actor, facts, payload: payload ?? {} };
}
