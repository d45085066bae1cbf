import { Injectable } from '@nestjs/common';
import { BusinessClock, UserError } from '#libs/platform';
import { DataSource } from 'typeorm';
import { BundleStore } from '../definitions/bundle.store.js';
import { parseTimer } from '../instances/case.parser.js';
import { TimerPlanner } from '../timers/timer.planner.js';
import { RecountDeadlinesCommand } from './recount-deadlines.command.js';
import { RecountPlanner } from './recount.planner.js';
import { type RecountedDeadline, type RecountReport, recountedDeadline } from './recount.report.js';

/** How the open deadlines of the installation stand towards the calendar. */
export interface CalendarStanding {
  readonly version: string;
  /** Last day that a notice covers. */
  readonly knownUntil: string;
  readonly open: number;
  readonly provisional: number;
  /** Due, and waiting for a notice. */
  readonly held: number;
  /** Counted by another calendar than this: `calendar recount` looks at them. */
  readonly outdated: number;
}

type Row = Record<string, unknown>;

/** Counts the open deadlines of all cases again, one case after the other, each in its own transaction. */
@Injectable()
export class RecountSurvey {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bundles: BundleStore,
    private readonly planner: TimerPlanner,
    private readonly command: RecountDeadlinesCommand,
    private readonly business: BusinessClock,
  ) {}

  /** 试算: nothing is changed. `planner` counts by a calendar that is not in force yet. */
  async dryRun(planner = this.planner): Promise<readonly RecountReport[]> {
    const recounts = new RecountPlanner(planner);
    const reports: RecountReport[] = [];
    for (const rootId of await this.outdatedRoots(planner)) reports.push(await this.look(rootId, recounts));
    return reports.filter(({ deadlines }) => deadlines.length > 0);
  }

  /** What one case refuses is reported; the others go on. */
  async run(): Promise<readonly RecountReport[]> {
    const reports: RecountReport[] = [];
    for (const rootId of await this.outdatedRoots(this.planner)) reports.push(await this.recount(rootId));
    return reports.filter(({ ok, deadlines }) => !ok || deadlines.length > 0);
  }

  async standing(): Promise<CalendarStanding> {
    const { version, knownUntil } = this.planner.calendar;
    const [row]: [Row] = await this.dataSource.query(
      `SELECT COUNT(*) AS open, SUM(provisional) AS provisional, SUM(status = 'held') AS held,
         SUM(calendar_version <> ?) AS outdated FROM engine_timer WHERE status IN ('armed', 'held')`,
      [version],
    );
    const count = (name: string): number => Number(row[name] ?? 0);
    return {
      version,
      knownUntil,
      open: count('open'),
      provisional: count('provisional'),
      held: count('held'),
      outdated: count('outdated'),
    };
  }

  /** Cases of regions with a calendar of their own are among them; the planner knows better. */
  private async outdatedRoots({ calendar }: TimerPlanner): Promise<number[]> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT DISTINCT root_id FROM engine_timer WHERE status IN ('armed', 'held') AND calendar_version <> ?
       ORDER BY root_id`,
      [calendar.version],
    );
    return rows.map((row) => Number(row['root_id']));
  }

  private async recount(rootId: number): Promise<RecountReport> {
    try {
      return { rootId, ok: true, reason: '', deadlines: await this.command.execute(rootId) };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { rootId, ok: false, reason: error.text.zh, deadlines: [] };
    }
  }

  private async look(rootId: number, recounts: RecountPlanner): Promise<RecountReport> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT t.*, i.bundle_hash, r.title FROM engine_timer t JOIN engine_instance i ON i.id = t.instance_id
       JOIN engine_root r ON r.id = t.root_id
       WHERE t.root_id = ? AND t.status IN ('armed', 'held') AND i.status = 'active' ORDER BY t.due_at, t.id`,
      [rootId],
    );
    const deadlines: RecountedDeadline[] = [];
    for (const row of rows) {
      const timer = parseTimer(row);
      const bundle = await this.bundles.byHash(String(row['bundle_hash']));
      const recount = recounts.of(timer, { bundle, rootId, now: this.business.now() });
      const told = recount && recountedDeadline(timer, recount, { rootId, caseTitle: String(row['title']), bundle });
      if (told) deadlines.push(told);
    }
    return { rootId, ok: true, reason: '', deadlines };
  }
}
