import { Injectable } from '@nestjs/common';
import { type Caller, DivisionTree } from '#libs/identity';
import { BusinessClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import { allOf } from '../../inbox/sql.condition.js';
import type { Statement } from '../../instances/sql.packet.js';
import { inArea } from './board.area.js';
import { inBucket, LATE_BUCKETS, type LateBucket } from './late.bucket.js';

/** Length of the code by which a board groups. */
const CODE_LENGTHS = { county: 6, city: 4 } as const;
export const BOARD_LEVELS = ['county', 'city'] as const satisfies readonly (keyof typeof CODE_LENGTHS)[];
export type BoardLevel = (typeof BOARD_LEVELS)[number];

/** Tasks that fell due in so many days up to now make the on-time rate. */
const RATE_DAYS = 90;
const DAY_MS = 86_400_000;

/** One line of a board: the tasks of one county or city. */
export interface BoardLine {
  readonly division: string;
  readonly name: string;
  /** Open tasks by bucket. */
  readonly counts: Readonly<Record<LateBucket, number>>;
  /** Tasks that fell due in the last 90 days, and those of them that were done in time; a supervised one was not. */
  readonly fellDue: number;
  readonly onTime: number;
}

type Row = Record<string, unknown>;

/** 督办看板: how the caller's area stands, counted from the rows at the moment of asking, one statement for each half. */
@Injectable()
export class BoardReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly divisions: DivisionTree,
    private readonly clock: BusinessClock,
  ) {}

  async read(caller: Caller, level: BoardLevel): Promise<readonly BoardLine[]> {
    const now = this.clock.now();
    const area = inArea(caller);
    const [open, due] = await Promise.all([this.openTasks(area, level, now), this.fallenDue(area, level, now)]);
    const rates = new Map(due.map((row) => [String(row['division']), row]));
    const codes = [...new Set([...open, ...due].map((row) => String(row['division'])))].sort();
    const counted = new Map(open.map((row) => [String(row['division']), row]));
    return codes.map((division) => ({
      division,
      name: this.divisions.has(division) ? this.divisions.name(division) : division,
      counts: countsOf(counted.get(division) ?? {}),
      fellDue: Number(rates.get(division)?.['fell_due'] ?? 0),
      onTime: Number(rates.get(division)?.['on_time'] ?? 0),
    }));
  }

  private openTasks(area: Statement, level: BoardLevel, now: Date): Promise<Row[]> {
    const buckets = LATE_BUCKETS.map((name) => ({ name, ...inBucket(name, now) }));
    const sums = buckets.map(({ name, sql }) => `CAST(COALESCE(SUM(${sql}), 0) AS SIGNED) AS \`${name}\``).join(', ');
    return this.dataSource.query(
      `SELECT LEFT(r.division_code, ?) AS division, ${sums}
       FROM engine_root r JOIN engine_task t ON t.root_id = r.id AND t.status = 'open'
       WHERE ${area.sql} GROUP BY division`,
      [CODE_LENGTHS[level], ...buckets.flatMap(({ values }) => [...values]), ...area.values],
    );
  }

  /** A date that a superior has set does not make a late task one in time. */
  private fallenDue(area: Statement, level: BoardLevel, now: Date): Promise<Row[]> {
    const { sql, values } = allOf([
      { sql: 't.due_at > ? AND t.due_at <= ?', values: [new Date(now.getTime() - RATE_DAYS * DAY_MS), now] },
      { sql: "t.status IN ('open', 'done')", values: [] },
      area,
    ]);
    return this.dataSource.query(
      `SELECT LEFT(r.division_code, ?) AS division, COUNT(*) AS fell_due,
         CAST(SUM(t.status = 'done' AND t.closed_at < t.due_at AND NOT EXISTS (
           SELECT 1 FROM engine_supervision s WHERE s.task_id = t.id)) AS SIGNED) AS on_time
       FROM engine_task t JOIN engine_root r ON r.id = t.root_id WHERE ${sql} GROUP BY division`,
      [CODE_LENGTHS[level], ...values],
    );
  }
}

function countsOf(row: Row): Readonly<Record<LateBucket, number>> {
  // The names are the keys, each once.
  return Object.fromEntries(LATE_BUCKETS.map((name) => [name, Number(row[name] ?? 0)])) as Record<LateBucket, number>;
}
