import { Inject, Injectable } from '@nestjs/common';
import { eventDate, type WorkCalendar } from '#libs/calendar';
import { OrganisationDirectory } from '#libs/identity';
import { BusinessClock } from '#libs/platform';
import type { Bundle } from '../definitions/bundle.js';
import { BundleStore } from '../definitions/bundle.store.js';
import type { Language } from '../language/language.js';
import { taskTitleIn } from '../tasks/task.view.js';
import { WORK_CALENDAR } from '../timers/work-calendar.provider.js';

/** One line of a box of tasks. */
export interface InboxItem {
  readonly id: number;
  readonly rootId: number;
  readonly caseTitle: string;
  readonly caseStatus: string;
  readonly divisionCode: string;
  readonly title: string;
  readonly state: string;
  readonly process: string;
  readonly dueAt: Date | null;
  /** 暂定: no holiday notice covers the due day yet. */
  readonly provisional: boolean;
  readonly openedAt: Date;
  /** When it was closed; in 已办 of one who voted, when that was. */
  readonly closedAt: Date | null;
  readonly overdue: boolean;
  readonly version: number;
  readonly status: string;
  /** 代理: for whom the caller may act on it; null for one's own. */
  readonly onBehalfOf: { readonly id: number; readonly name: string } | null;
}

export type Row = Record<string, unknown>;

/** Columns of a task, its instance `i` and its root `r`. */
export const ITEM_COLUMNS = `t.id, t.root_id, r.title AS case_title, r.status AS case_status, r.division_code, t.title,
  t.state, i.process, i.bundle_hash, t.due_at, t.opened_at, t.closed_at, t.version, t.status`;

/** Turns rows into lines, in the language asked for. */
@Injectable()
export class InboxItems {
  constructor(
    private readonly bundles: BundleStore,
    private readonly directory: OrganisationDirectory,
    private readonly clock: BusinessClock,
    @Inject(WORK_CALENDAR) private readonly calendar: WorkCalendar,
  ) {}

  async of(rows: readonly Row[], language: Language): Promise<InboxItem[]> {
    const bundles = language === 'en' ? await this.bundlesOf(rows) : new Map<string, Bundle>();
    return rows.map((row) => this.itemOf(row, bundles.get(String(row['bundle_hash']))));
  }

  /** The few definitions of a page, held in memory after their first use. */
  async bundlesOf(rows: readonly Row[]): Promise<ReadonlyMap<string, Bundle>> {
    const hashes = [...new Set(rows.map((row) => String(row['bundle_hash'])))];
    const bundles = await Promise.all(hashes.map((hash) => this.bundles.byHash(hash)));
    return new Map(bundles.map((bundle) => [bundle.hash, bundle]));
  }

  private itemOf(row: Row, bundle: Bundle | undefined): InboxItem {
    const task = { state: String(row['state']), title: String(row['title']) };
    const dueAt = row['due_at'] as Date | null;
    return {
      id: Number(row['id']),
      rootId: Number(row['root_id']),
      caseTitle: String(row['case_title']),
      caseStatus: String(row['case_status']),
      divisionCode: String(row['division_code']),
      title: taskTitleIn(bundle ? 'en' : 'zh', bundle, task),
      state: task.state,
      process: String(row['process']),
      dueAt,
      provisional: dueAt !== null && this.calendar.isProvisional(eventDate(dueAt.toISOString())),
      openedAt: row['opened_at'] as Date,
      closedAt: (row['done_at'] ?? row['closed_at']) as Date | null,
      overdue: dueAt !== null && row['status'] === 'open' && dueAt < this.clock.now(),
      version: Number(row['version']),
      status: String(row['status']),
      onBehalfOf: this.person(row['onBehalfOf']),
    };
  }

  private person(id: unknown): InboxItem['onBehalfOf'] {
    return typeof id === 'number' ? { id, name: this.directory.user(id)?.name ?? String(id) } : null;
  }
}
