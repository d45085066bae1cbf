import { Injectable } from '@nestjs/common';
import { type Caller, OrganisationDirectory } from '#libs/identity';
import type { Snapshot } from '#libs/kernel';
import { DataSource } from 'typeorm';
import { NotVisibleError } from '../commands/command.error.js';
import { BundleStore } from '../definitions/bundle.store.js';
import { readJson } from '../instances/json.column.js';
import type { Language } from '../language/language.js';
import { type DueWindow, DueWindows } from './due-window.js';
import { lastDay } from './set-due-date.command.js';
import { SupervisionBook } from './supervision.book.js';
import { type SupervisionItem, SupervisionReader } from './supervision.reader.js';
import { isSuperior } from './supervision.sight.js';
import type { Explanation, Supervision } from './supervision.js';

/** Somebody of the organisation supervised who may be given the task. */
export interface Successor {
  readonly id: number;
  readonly name: string;
}

export interface NamedExplanation extends Omit<Explanation, 'askedBy' | 'answeredBy'> {
  readonly askedBy: string;
  readonly answeredBy: string | null;
}

/** A supervision with what can be done about it. */
export interface SupervisionDetail extends SupervisionItem {
  readonly explanations: readonly NamedExplanation[];
  /** Whether the caller holds the post that acts. */
  readonly isMine: boolean;
  /** Who may get the task; empty for others than the superior. */
  readonly successors: readonly Successor[];
  /** Days between which the task may be due, both in time; null where nothing bounds it. */
  readonly dates: { readonly earliest: string | null; readonly latest: string | null };
}

type Row = Record<string, unknown>;

/** One supervision, for whoever has a part in it. */
@Injectable()
export class SupervisionDetails {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: SupervisionReader,
    private readonly book: SupervisionBook,
    private readonly bundles: BundleStore,
    private readonly windows: DueWindows,
    private readonly directory: OrganisationDirectory,
  ) {}

  async read(caller: Caller, id: number, language: Language): Promise<SupervisionDetail> {
    const item = await this.reader.item(caller, id, language);
    if (!item) throw new NotVisibleError('supervision', id);
    const isMine = isSuperior(caller, item);
    const explanations = (await this.book.explanations(id)).map((explanation) => this.named(explanation));
    const { earliest, latest } = await this.window(item);
    return {
      ...item,
      explanations,
      isMine,
      successors: isMine ? await this.successors(item) : [],
      dates: { earliest: earliest && lastDay(earliest), latest: latest && lastDay(latest) },
    };
  }

  private named(explanation: Explanation): NamedExplanation {
    const nameOf = (id: number): string => this.directory.user(id)?.name ?? String(id);
    const { askedBy, answeredBy } = explanation;
    return { ...explanation, askedBy: nameOf(askedBy), answeredBy: answeredBy === null ? null : nameOf(answeredBy) };
  }

  /** Whether they may is asked again when the task is handed to them. */
  private async successors({ taskId, subjectId }: Supervision): Promise<readonly Successor[]> {
    const rows: { role: string }[] = await this.dataSource.query(
      'SELECT DISTINCT role FROM engine_task_candidate WHERE task_id = ? AND organisation_id = ? AND is_open = 1',
      [taskId, subjectId],
    );
    const people = rows.flatMap(({ role }) => this.directory.members(subjectId, role));
    return [...new Map(people.map(({ id, name }) => [id, { id, name }])).values()];
  }

  private async window({ taskId }: Supervision): Promise<DueWindow> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT t.state, t.opened_at, i.snapshot, i.bundle_hash FROM engine_task t
       JOIN engine_instance i ON i.id = t.instance_id WHERE t.id = ?`,
      [taskId],
    );
    const [row] = rows;
    const none = { earliest: null, latest: null, law: null };
    if (!row) return none;
    const bundle = await this.bundles.byHash(String(row['bundle_hash']));
    const due = bundle.compiled.states.get(String(row['state']))?.task?.due;
    const from = { snapshot: readJson<Snapshot | null>(row['snapshot']), openedAt: row['opened_at'] as Date };
    return due ? this.windows.of(bundle, due, from) : none;
  }
}
