import { Injectable } from '@nestjs/common';
import { activeStates, type Snapshot } from '#libs/kernel';
import { BusinessClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import { BundleStore } from '../definitions/bundle.store.js';
import { parseCandidates, parseTask, parseTimer } from '../instances/case.parser.js';
import type { InstanceRow } from '../instances/case.rows.js';
import type { PublishedEntry } from '../publishing/published.definition.js';
import type { MigrationPlan } from './migration.plan.js';
import { MigrationPlanner } from './migration.planner.js';
import { obstacleWords } from './obstacle.words.js';
import { StandingReader } from './standing.reader.js';
import type { TimerPolicy } from './timer.policy.js';

/** What the move does, or did, to one instance. */
export interface InstanceReport {
  readonly rootId: number;
  readonly title: string;
  readonly instanceId: number;
  readonly active: readonly string[];
  readonly ok: boolean;
  /** Why it cannot move; empty where it can. */
  readonly reasons: readonly { readonly zh: string; readonly en: string }[];
  readonly tasks: readonly {
    readonly state: string;
    readonly due: Date | null;
    readonly wasDue: Date | null;
    readonly reassigned: boolean;
  }[];
  readonly deadlines: readonly {
    readonly state: string;
    readonly deadline: string;
    readonly due: Date | null;
    readonly wasDue: Date | null;
  }[];
}

type Row = Record<string, unknown>;

/** A running instance with what the list of them shows. */
export type Live = InstanceRow & {
  readonly snapshot: Snapshot;
  readonly rootId: number;
  readonly title: string;
  readonly divisionCode: string;
};

/** The plan of one instance, made without its lock: for looking, never for deciding. */
@Injectable()
export class MigrationLook {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bundles: BundleStore,
    private readonly standing: StandingReader,
    private readonly planner: MigrationPlanner,
    private readonly business: BusinessClock,
  ) {}

  async report(instance: Live, target: PublishedEntry, policy: TimerPolicy): Promise<InstanceReport> {
    const from = await this.bundles.byHash(instance.bundleHash);
    const to = this.bundles.prepared(target, instance.divisionCode);
    const now = this.business.now();
    const { rootId, title, id } = instance;
    const standing = await this.standing.read(this.dataSource, {
      rootId,
      instance,
      ...(await this.rows(id)),
      unwritten: [],
      now,
    });
    const plan = this.planner.plan({ instance: standing, from, to, policy, now });
    const active = activeStates(from.compiled, instance.snapshot);
    return { rootId, title, instanceId: id, active, ...told(plan) };
  }

  private async rows(instanceId: number) {
    const tasks: Row[] = await this.dataSource.query(
      "SELECT * FROM engine_task WHERE instance_id = ? AND status = 'open'",
      [instanceId],
    );
    const candidates: Row[] = await this.dataSource.query(
      "SELECT c.* FROM engine_task_candidate c JOIN engine_task t ON t.id = c.task_id WHERE t.instance_id = ? AND t.status = 'open'",
      [instanceId],
    );
    const timers: Row[] = await this.dataSource.query(
      "SELECT * FROM engine_timer WHERE instance_id = ? AND status = 'armed'",
      [instanceId],
    );
    const byTask = parseCandidates(candidates);
    return { tasks: tasks.map((row) => parseTask(row, byTask)), timers: timers.map(parseTimer) };
  }
}

function told(plan: MigrationPlan): Pick<InstanceReport, 'ok' | 'reasons' | 'tasks' | 'deadlines'> {
  if (!plan.ok) return { ok: false, reasons: plan.obstacles.map(obstacleWords), tasks: [], deadlines: [] };
  return {
    ok: true,
    reasons: [],
    tasks: plan.tasks.map(({ state, closes, opens }) => ({
      state,
      due: opens?.dueAt ?? null,
      wasDue: closes?.dueAt ?? null,
      reassigned: opens?.hasNewAssignee ?? false,
    })),
    deadlines: plan.timers.map(({ state, deadline, closes, opens }) => ({
      state,
      deadline,
      due: opens?.dueAt ?? null,
      wasDue: closes?.dueAt ?? null,
    })),
  };
}
