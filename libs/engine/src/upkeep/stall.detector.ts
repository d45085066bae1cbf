import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '#libs/identity';
import { DataSource } from 'typeorm';

/** What waits for nobody. */
export interface StallReport {
  /** Open cases without an open task and without an armed timer. */
  readonly idleCases: readonly number[];
  /** Open tasks on which nobody can act: no candidate organisation has a person in the role. */
  readonly orphanTasks: readonly number[];
}

const LIMIT = 100;

/** Self-check: nothing waits for nobody. */
@Injectable()
export class StallDetector {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: OrganisationDirectory,
  ) {}

  async detect(): Promise<StallReport> {
    return { idleCases: await this.idleCases(), orphanTasks: await this.orphanTasks() };
  }

  private async idleCases(): Promise<number[]> {
    const rows: { id: number }[] = await this.dataSource.query(
      `SELECT r.id FROM engine_root r WHERE r.status = 'open' AND r.seq > 0
         AND NOT EXISTS (SELECT 1 FROM engine_task t WHERE t.root_id = r.id AND t.status = 'open')
         AND NOT EXISTS (SELECT 1 FROM engine_timer t WHERE t.root_id = r.id AND t.status = 'armed') LIMIT ?`,
      [LIMIT],
    );
    return rows.map((row) => Number(row.id));
  }

  private async orphanTasks(): Promise<number[]> {
    const posts: { organisation_id: number; role: string }[] = await this.dataSource.query(
      'SELECT DISTINCT organisation_id, role FROM engine_task_candidate WHERE is_open = 1 AND user_id = 0',
    );
    const vacant = posts.filter(
      ({ organisation_id, role }) => this.directory.members(Number(organisation_id), role).length === 0,
    );
    if (vacant.length === 0) return [];
    const pairs = vacant.map(({ organisation_id, role }) => [organisation_id, role]);
    const rows: { task_id: number }[] = await this.dataSource.query(
      `SELECT task_id FROM engine_task_candidate WHERE is_open = 1 GROUP BY task_id
       HAVING SUM(user_id = 0 AND (organisation_id, role) IN (?)) = COUNT(*) LIMIT ?`,
      [pairs, LIMIT],
    );
    return rows.map((row) => Number(row.task_id));
  }
}
