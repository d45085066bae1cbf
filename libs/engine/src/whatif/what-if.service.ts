import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Bundle } from '../definitions/bundle.js';
import { BundleStore } from '../definitions/bundle.store.js';
import { DefinitionCatalog } from '../definitions/definition.catalog.js';
import { HistoryReader, type StoredHistory } from '../history/history.reader.js';
import { TimerPlanner } from '../timers/timer.planner.js';
import { type Draft, DraftBundles } from './draft.bundles.js';
import { whatIf, whatIfReport } from './what-if.js';
import type { InstanceFinding, PastStep, WhatIfReport } from './what-if.report.js';

export interface WhatIfRequest extends Draft {
  /** Only these cases; the newest ones where none is named. */
  readonly rootIds?: readonly number[];
}

interface InstanceRow {
  readonly id: number;
  readonly root_id: number;
  readonly bundle_hash: string;
  readonly status: string;
  readonly title: string;
  readonly division_code: string;
}

/** So many instances are played at once; more would keep the caller waiting. */
const MOST_INSTANCES = 500;

/** 试算: plays the histories of the database through a definition that is not published yet. */
@Injectable()
export class WhatIfService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly history: HistoryReader,
    private readonly bundles: BundleStore,
    private readonly catalog: DefinitionCatalog,
    private readonly planner: TimerPlanner,
  ) {}

  async run(request: WhatIfRequest): Promise<WhatIfReport> {
    const next = new DraftBundles(this.catalog, request);
    const findings: InstanceFinding[] = [];
    for (const row of await this.instances(request)) findings.push(await this.play(row, next.in(row.division_code)));
    return whatIfReport(next.in(''), findings);
  }

  private async play(row: InstanceRow, next: Bundle): Promise<InstanceFinding> {
    const rows = await this.history.readAll(Number(row.root_id));
    const own = rows.filter(({ instanceId }) => instanceId === Number(row.id));
    const pinned = own[0]?.facts['bundle'];
    const old = await this.bundles.byHash(typeof pinned === 'string' ? pinned : row.bundle_hash);
    const { title, status } = row;
    const history = {
      rootId: Number(row.root_id),
      instanceId: Number(row.id),
      title,
      status,
      steps: own.map(pastStep),
    };
    return whatIf({ history, old, next }, this.planner);
  }

  private instances({ process, rootIds = [] }: WhatIfRequest): Promise<InstanceRow[]> {
    const only = rootIds.length > 0 ? 'AND i.root_id IN (?)' : '';
    return this.dataSource.query(
      `SELECT i.id, i.root_id, i.bundle_hash, i.status, r.title, r.division_code FROM engine_instance i
       JOIN engine_root r ON r.id = i.root_id WHERE i.process = ? ${only} ORDER BY i.root_id DESC, i.id LIMIT ?`,
      [process, ...(rootIds.length > 0 ? [rootIds] : []), MOST_INSTANCES],
    );
  }
}

function pastStep(row: StoredHistory): PastStep {
  const { seq, instanceId, kind, at, actorUserId, actorOrganisationId, facts, payload } = row;
  const actor = actorUserId === null ? null : { userId: actorUserId, organisationId: actorOrganisationId ?? 0 };
  return { seq, instanceId, kind, at: at.toISOString(), actor, facts, payload: payload ?? {} };
}
