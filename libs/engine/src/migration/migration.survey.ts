import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UserError } from '#libs/platform';
import { DataSource } from 'typeorm';
import { parseInstance } from '../instances/case.parser.js';
import { PublishedDefinitions } from '../publishing/published.definitions.js';
import type { PublishedEntry } from '../publishing/published.definition.js';
import { MigrateInstanceCommand } from './migrate-instance.command.js';
import { type InstanceReport, type Live, MigrationLook } from './migration.look.js';
import type { TimerPolicy } from './timer.policy.js';

/** Which running instances, and how. */
export interface MigrationOrder {
  readonly process: string;
  readonly from: number;
  readonly to: number;
  readonly timers: TimerPolicy;
  readonly reason: string;
  /** Who decided it; nobody at the command line. */
  readonly actor?: Actor;
}

type Row = Record<string, unknown>;
/** Looks at every live instance of a version before any is moved, and moves them one by one. */
@Injectable()
export class MigrationSurvey {
  constructor(
    private readonly dataSource: DataSource,
    private readonly definitions: PublishedDefinitions,
    private readonly look: MigrationLook,
    private readonly command: MigrateInstanceCommand,
  ) {}

  /** 试算: nothing is changed. */
  async dryRun(order: MigrationOrder): Promise<readonly InstanceReport[]> {
    const target = await this.target(order);
    const reports: InstanceReport[] = [];
    for (const instance of await this.live(order)) reports.push(await this.look.report(instance, target, order.timers));
    return reports;
  }

  /** Moves what can move; what cannot is reported and stays. */
  async run(order: MigrationOrder): Promise<readonly InstanceReport[]> {
    const target = await this.target(order);
    const reports: InstanceReport[] = [];
    for (const instance of await this.live(order)) {
      const report = await this.look.report(instance, target, order.timers);
      reports.push(report.ok ? await this.move(report, target, order) : report);
    }
    return reports;
  }

  private async move(report: InstanceReport, to: PublishedEntry, order: MigrationOrder): Promise<InstanceReport> {
    const { from, timers, reason, actor = null } = order;
    try {
      await this.command.execute({ instanceId: report.instanceId, from, to, timers, reason, actor });
      return report;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { ...report, ok: false, reasons: [error.text] };
    }
  }

  private async target({ process, from, to }: MigrationOrder): Promise<PublishedEntry> {
    await this.definitions.one(process, from);
    return this.definitions.one(process, to);
  }

  private async live({ process, from }: MigrationOrder): Promise<readonly Live[]> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT i.*, r.title, r.division_code FROM engine_instance i JOIN engine_root r ON r.id = i.root_id
       WHERE i.process = ? AND i.version = ? AND i.status = 'active' ORDER BY i.id`,
      [process, from],
    );
    return rows.map((row) => {
      const instance = parseInstance(row);
      const snapshot = instance.snapshot ?? {};
      return {
        ...instance,
        snapshot,
        rootId: Number(row['root_id']),
        title: String(row['title']),
        divisionCode: String(row['division_code']),
      };
    });
  }
}
