import { Inject, Injectable } from '@nestjs/common';
import type { WorkCalendar } from '#libs/calendar';
import { compileProcess, parseProcess, type Problem } from '#libs/kernel';
import { DataSource } from 'typeorm';
import type { Bundle } from '../definitions/bundle.js';
import { BundleStore, prepare } from '../definitions/bundle.store.js';
import { type CatalogEntry, DefinitionCatalog } from '../definitions/definition.catalog.js';
import { HistoryReader, type StoredHistory } from '../history/history.reader.js';
import { GateRefusedError } from '../publishing/publishing.error.js';
import { WORK_CALENDAR } from '../timers/work-calendar.provider.js';
import { whatIf, whatIfReport } from './what-if.js';
import type { InstanceFinding, PastStep, WhatIfReport } from './what-if.report.js';

export interface WhatIfRequest {
  readonly process: string;
  readonly source: string;
  /** Name for messages. */
  readonly file: string;
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
    @Inject(WORK_CALENDAR) private readonly calendar: WorkCalendar,
  ) {}

  async run(request: WhatIfRequest): Promise<WhatIfReport> {
    const entry = draftOf(request);
    const perDivision = new Map<string, Bundle>();
    const nextIn = (division: string): Bundle => {
      const known = perDivision.get(division) ?? prepare(this.catalog.bundleContent(entry, division));
      perDivision.set(division, known);
      return known;
    };
    const findings: InstanceFinding[] = [];
    for (const row of await this.instances(request)) findings.push(await this.play(row, nextIn(row.division_code)));
    return whatIfReport(nextIn(''), findings);
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
    return whatIf({ history, old, next }, this.calendar);
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

function draftOf({ process, source, file }: WhatIfRequest): CatalogEntry {
  const parsed = parseProcess(source, file);
  if (!parsed.ok) throw new GateRefusedError(parsed.problems);
  const compiled = compileProcess(parsed.value);
  if (!compiled.ok) throw new GateRefusedError(compiled.problems);
  if (parsed.value.process !== process) throw new GateRefusedError([otherProcess(process, parsed.value.process, file)]);
  return { file: { name: file, text: source }, definition: parsed.value };
}

function otherProcess(process: string, found: string, file: string): Problem {
  return {
    ...{ code: 'other-process', file, line: 1 },
    message: `the file defines the process ${found}, not ${process}`,
    hint: `Ask for ${found}, or name the file of ${process}.`,
  };
}

function pastStep(row: StoredHistory): PastStep {
  const { seq, instanceId, kind, at, actorUserId, actorOrganisationId, facts, payload } = row;
  const actor = actorUserId === null ? null : { userId: actorUserId, organisationId: actorOrganisationId ?? 0 };
  return { seq, instanceId, kind, at: at.toISOString(), actor, facts, payload: payload ?? {} };
}
