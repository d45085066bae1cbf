import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BundleStore } from '../definitions/bundle.store.js';
import type { Bundle } from '../definitions/bundle.js';
import { LawBook, type LawReference } from '../definitions/law.book.js';
import { parseSuspension } from '../instances/case.parser.js';
import type { SuspensionRow } from '../instances/case.rows.js';
import { textOrNull } from '../instances/json.column.js';
import { titleIn } from '../language/language.js';
import { durationWords } from '../publishing/diff/wording.js';
import { deadlineTitleIn } from './deadline.title.js';
import type { Told } from './post.reader.js';

/** 暂停: why something stands still, since when, and what goes on all the same. */
export interface ExplainedSuspension {
  readonly instanceId: number;
  /** The process that asked for it. */
  readonly process: string;
  readonly scope: SuspensionRow['scope'];
  readonly cause: string;
  /** Null where the cause is no law of the catalogue. */
  readonly law: Omit<LawReference, 'proof'> | null;
  readonly since: Date;
  readonly goesOn: readonly string[];
}

/** A deadline that stands still, with what is left of it. */
export interface StandingDeadline {
  readonly instanceId: number;
  readonly state: string;
  readonly stateTitle: string;
  readonly deadline: string;
  readonly deadlineTitle: string;
  readonly kind: string;
  readonly period: string;
  /** ISO 8601, in the unit of the period. */
  readonly remaining: string;
  readonly remainingTitle: string;
}

type Row = Record<string, unknown>;

/** Reads what stands still in a case. */
@Injectable()
export class SuspensionReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bundles: BundleStore,
    private readonly laws: LawBook,
  ) {}

  async rows(rootId: number): Promise<readonly (SuspensionRow & { readonly since: Date })[]> {
    const rows: Row[] = await this.dataSource.query(
      'SELECT * FROM engine_suspension WHERE root_id = ? AND ended_seq IS NULL ORDER BY id',
      [rootId],
    );
    return rows.map((row) => ({ ...parseSuspension(row), since: row['began_at'] as Date }));
  }

  async suspensions(told: Told): Promise<ExplainedSuspension[]> {
    const found: ExplainedSuspension[] = [];
    for (const row of await this.rows(told.snapshot.root.id)) {
      const bundle = await this.bundleOf(told, row.instanceId);
      found.push({
        instanceId: row.instanceId,
        process: titleIn(told.language, bundle?.compiled.definition.title, bundle?.content.process ?? ''),
        scope: row.scope,
        cause: row.cause,
        law: this.laws.find(row.cause) === null ? null : this.laws.quote(row.cause, told.language),
        since: row.since,
        goesOn: await this.goesOn(told, row, bundle),
      });
    }
    return found;
  }

  async deadlines(told: Told): Promise<StandingDeadline[]> {
    const rows: Row[] = await this.dataSource.query(
      "SELECT * FROM engine_timer WHERE root_id = ? AND status = 'suspended' ORDER BY id",
      [told.snapshot.root.id],
    );
    return Promise.all(rows.map((row) => this.standing(told, row)));
  }

  private async standing(told: Told, row: Row): Promise<StandingDeadline> {
    const instanceId = Number(row['instance_id']);
    const [state, deadline] = [String(row['state']), String(row['deadline'])];
    const bundle = await this.bundleOf(told, instanceId);
    const remaining = textOrNull(row['remaining']) ?? '';
    return {
      ...{ instanceId, state, deadline },
      stateTitle: titleIn(told.language, bundle?.compiled.states.get(state)?.title, state),
      deadlineTitle: deadlineTitleIn(told.language, bundle, deadline),
      kind: String(row['kind']),
      period: String(row['period']),
      remaining,
      remainingTitle: durationWords(remaining)[told.language],
    };
  }

  /** The region that asked for it, and the states and processes that it leaves alone. */
  private async goesOn(told: Told, row: SuspensionRow, bundle: Bundle | undefined): Promise<readonly string[]> {
    const paths = row.region === '' ? row.exempt : [row.region, ...row.exempt];
    return Promise.all(
      paths.map(async (path) => {
        const state = bundle?.compiled.states.get(path);
        const title = state?.title ?? (await this.titleOfProcess(told, path));
        return titleIn(told.language, title, path);
      }),
    );
  }

  private async titleOfProcess(told: Told, process: string) {
    const instance = told.snapshot.instances.find((row) => row.process === process);
    return instance && (await this.bundles.byHash(instance.bundleHash)).compiled.definition.title;
  }

  private async bundleOf({ snapshot }: Told, instanceId: number): Promise<Bundle | undefined> {
    const instance = snapshot.instances.find(({ id }) => id === instanceId);
    return instance && (await this.bundles.byHash(instance.bundleHash));
  }
}
