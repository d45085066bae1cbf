import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import type { EventOption } from '#libs/kernel';
import { DataSource } from 'typeorm';
import { holds } from '../authority/caller.scope.js';
import { CaseSight } from '../authority/case.sight.js';
import { DONE_BY, doneByValues, type EarlierDuty } from '../authority/earlier.duties.js';
import { RECUSED, recusedValues } from '../authority/recusals/recused.query.js';
import type { Bundle } from '../definitions/bundle.js';
import { parseDone } from '../instances/case.parser.js';
import type { InstanceRow, SuspensionRow, TaskRow } from '../instances/case.rows.js';
import type { CaseSnapshot } from '../instances/case.snapshot.js';
import { reaches } from '../timers/suspension.reach.js';
import { PostReader } from './post.reader.js';
import { SuspensionReader } from './suspension.reader.js';

export const OBSTACLES = ['suspended', 'guard', 'not-assignee', 'recused', 'separation-of-duties'] as const;
/** Why somebody cannot do something now; the first of them, in this order. */
export type Obstacle = (typeof OBSTACLES)[number];

/** What may stand in somebody's way in a case, read once. */
export interface Hindrances {
  readonly caller: Caller;
  readonly snapshot: CaseSnapshot;
  readonly suspensions: readonly SuspensionRow[];
  readonly recused: ReadonlySet<number>;
  /** Earlier steps by person, as far as they were asked for. */
  readonly done: Map<number, readonly EarlierDuty[]>;
}

/** Where something may be done, and the open tasks by which. */
export interface Opening {
  readonly instance: CaseSnapshot['instances'][number];
  readonly bundle: Bundle;
  readonly option: EventOption;
  readonly tasks: readonly TaskRow[];
}

/** Says what the gate of a command would say, without a command. */
@Injectable()
export class ObstacleFinder {
  constructor(
    private readonly dataSource: DataSource,
    private readonly posts: PostReader,
    private readonly sight: CaseSight,
    private readonly suspensions: SuspensionReader,
  ) {}

  async hindrances(caller: Caller, snapshot: CaseSnapshot): Promise<Hindrances> {
    const recused: Record<string, unknown>[] = await this.dataSource.query(RECUSED, [
      ...recusedValues(snapshot.root.id),
    ]);
    return {
      caller,
      snapshot,
      suspensions: await this.suspensions.rows(snapshot.root.id),
      recused: new Set(recused.map((row) => Number(row['user_id']))),
      done: new Map(),
    };
  }

  /** The task by which the caller could act, for itself or for another; null where there is none. */
  ownTask({ caller, snapshot }: Hindrances, tasks: readonly TaskRow[]): TaskRow | undefined {
    return tasks.find((task) => this.sight.onTask(caller, snapshot, task) !== null);
  }

  async find(hindrances: Hindrances, opening: Opening): Promise<Obstacle | null> {
    const { instance, option } = opening;
    if (isSuspended(hindrances, instance.id, option.state)) return 'suspended';
    if (option.enabled === false) return 'guard';
    const { by } = option.transition;
    if (by === undefined) return this.obstacleToTask(hindrances, opening);
    const organisations = await this.posts.organisations(hindrances.snapshot, by.organisation);
    return holds(hindrances.caller, by, organisations) ? null : 'not-assignee';
  }

  private async obstacleToTask(hindrances: Hindrances, { tasks, bundle }: Opening): Promise<Obstacle | null> {
    const { caller, snapshot, recused } = hindrances;
    const found: Obstacle[] = [];
    for (const task of tasks) {
      const standing = this.sight.onTask(caller, snapshot, task);
      if (standing === null) continue;
      const persons = standing.onBehalfOf === null ? [caller.userId] : [caller.userId, standing.onBehalfOf];
      if (persons.some((id) => recused.has(id))) found.push('recused');
      else if (await this.isExcluded(hindrances, task, bundle, persons)) found.push('separation-of-duties');
      else return null;
    }
    return found[0] ?? 'not-assignee';
  }

  private async isExcluded(
    hindrances: Hindrances,
    task: TaskRow,
    bundle: Bundle,
    persons: readonly number[],
  ): Promise<boolean> {
    const excluding = bundle.compiled.states.get(task.state)?.task?.not ?? [];
    if (excluding.length === 0) return false;
    for (const id of persons) {
      const done = await this.doneBy(hindrances, id);
      if (done.some((duty) => duty.instanceId === task.instanceId && excluding.includes(duty.state))) return true;
    }
    return false;
  }

  private async doneBy({ snapshot, done }: Hindrances, userId: number): Promise<readonly EarlierDuty[]> {
    const known = done.get(userId);
    if (known) return known;
    const rows: Record<string, unknown>[] = await this.dataSource.query(DONE_BY, [
      ...doneByValues(snapshot.root.id, userId),
    ]);
    const duties = rows.map(parseDone);
    done.set(userId, duties);
    return duties;
  }
}

function isSuspended({ snapshot, suspensions }: Hindrances, instanceId: number, state: string): boolean {
  const active = snapshot.instances.filter(({ status }) => status === 'active');
  const instances = new Map<number, InstanceRow>(active.map((row) => [row.id, row]));
  return suspensions.some((suspension) => reaches({ instances }, suspension, instanceId, state));
}
