import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { activeStates, type EventOption, type JsonObject, options, type PartyRole } from '#libs/kernel';
import { BusinessClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import { actorOf, holds, isCandidate } from '../authority/caller.scope.js';
import { RelationSource } from '../authority/relation.source.js';
import { lineage } from '../commands/transition.lookup.js';
import type { Bundle } from '../definitions/bundle.js';
import { BundleStore } from '../definitions/bundle.store.js';
import type { CaseSnapshot } from '../instances/case.snapshot.js';
import { ViewRegistry } from '../views/view.registry.js';
import { type Unblocker, unblockersOf } from './guard-unblocking.js';

export const VERDICTS = ['allowed', 'form-decides', 'blocked'] as const;
/** `form-decides`: the guard reads what will be entered. */
export type Verdict = (typeof VERDICTS)[number];

export const OBSTACLES = ['guard', 'separation-of-duties', 'not-assignee'] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** One branch of an event that the case's states declare, and how it stands for the caller. */
export interface ExplainedAction {
  readonly instanceId: number;
  readonly process: string;
  /** The caller's task, or the first of the state; null for events without a task. */
  readonly taskId: number | null;
  readonly state: string;
  readonly stateTitle: string;
  readonly event: string;
  readonly title: string;
  /** Who may. */
  readonly by: PartyRole | null;
  readonly verdict: Verdict;
  readonly because: Obstacle | null;
  readonly guard: string | null;
  /** What the guard reads, as it stands. */
  readonly values: JsonObject;
  readonly unblock: readonly Unblocker[];
}

interface Situation {
  readonly caller: Caller;
  readonly snapshot: CaseSnapshot;
  readonly instance: CaseSnapshot['instances'][number];
  readonly bundle: Bundle;
  readonly active: readonly string[];
  /** States of the instance that the caller has done. */
  readonly done: ReadonlySet<string>;
}

/** 为何不能办: each event of a case with the guard that refuses it, its values, and who could change them. */
@Injectable()
export class GuardExplainer {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bundles: BundleStore,
    private readonly views: ViewRegistry,
    private readonly relations: RelationSource,
    private readonly clock: BusinessClock,
  ) {}

  async actions(caller: Caller, snapshot: CaseSnapshot): Promise<ExplainedAction[]> {
    const found: ExplainedAction[] = [];
    for (const instance of snapshot.instances) {
      if (instance.status !== 'active' || !instance.snapshot) continue;
      const bundle = await this.bundles.byHash(instance.bundleHash);
      const active = activeStates(bundle.compiled, instance.snapshot);
      const done = await this.doneBy(caller, instance.id);
      const situation = { caller, snapshot, instance, bundle, active, done };
      for (const option of await this.options(situation)) found.push(await this.explained(situation, option));
    }
    return found;
  }

  private async options({ caller, snapshot, instance, bundle }: Situation): Promise<EventOption[]> {
    if (!instance.snapshot) return [];
    const request = { manager: this.dataSource.manager, rootId: snapshot.root.id, instanceId: instance.id };
    return options(bundle.compiled, instance.snapshot, {
      at: this.clock.now().toISOString(),
      actor: actorOf(caller),
      payload: {},
      views: await this.views.load(request, bundle.compiled.definition.views),
      parameters: bundle.content.parameters,
    });
  }

  private async explained(situation: Situation, option: EventOption): Promise<ExplainedAction> {
    const { instance, bundle } = situation;
    const tasks = tasksAt(situation, option);
    const task = option.transition.by
      ? undefined
      : (tasks.find((open) => isCandidate(open, situation.caller)) ?? tasks[0]);
    const because = await this.obstacle(situation, option, tasks);
    return {
      instanceId: instance.id,
      process: instance.process,
      taskId: task?.id ?? null,
      ...placeOf(bundle, option, task?.state ?? option.state),
      ...{ event: option.event, title: option.transition.title?.zh ?? option.event },
      verdict: verdictOf(option, because),
      because,
      ...guardOf(situation, option, because),
    };
  }

  private async obstacle(
    { caller, snapshot, bundle, done }: Situation,
    { enabled, transition }: EventOption,
    tasks: CaseSnapshot['tasks'],
  ): Promise<Obstacle | null> {
    if (enabled === false) return 'guard';
    if (transition.by) {
      const { root, parties } = snapshot;
      const organisations = await this.relations.organisations(
        { root, parties: new Map(parties) },
        transition.by.organisation,
      );
      return holds(caller, transition.by, organisations) ? null : 'not-assignee';
    }
    const own = tasks.filter((task) => isCandidate(task, caller));
    if (own.length === 0) return 'not-assignee';
    const excluded = own.every(({ state }) =>
      (bundle.compiled.states.get(state)?.task?.not ?? []).some((earlier) => done.has(earlier)),
    );
    return excluded ? 'separation-of-duties' : null;
  }

  private async doneBy(caller: Caller, instanceId: number): Promise<ReadonlySet<string>> {
    const rows: { state: string }[] = await this.dataSource.query(
      "SELECT DISTINCT state FROM engine_task WHERE instance_id = ? AND closed_by = ? AND status = 'done'",
      [instanceId, caller.userId],
    );
    return new Set(rows.map(({ state }) => state));
  }
}

/** Open tasks of which the event is one; those of substates where an outer state declares it. */
function tasksAt({ snapshot, instance }: Situation, { state }: EventOption): CaseSnapshot['tasks'] {
  return snapshot.tasks.filter((task) => task.instanceId === instance.id && lineage(task.state).includes(state));
}

function placeOf(
  bundle: Bundle,
  { transition }: EventOption,
  state: string,
): Pick<ExplainedAction, 'state' | 'stateTitle' | 'by'> {
  const spec = bundle.compiled.states.get(state);
  return { state, stateTitle: spec?.title?.zh ?? state, by: transition.by ?? spec?.task?.assignee ?? null };
}

function verdictOf({ enabled }: EventOption, because: Obstacle | null): Verdict {
  if (because !== null) return 'blocked';
  return enabled === null ? 'form-decides' : 'allowed';
}

function guardOf(
  { bundle, active }: Situation,
  { guard, values = {} }: EventOption,
  because: Obstacle | null,
): Pick<ExplainedAction, 'guard' | 'values' | 'unblock'> {
  if (guard === undefined) return { guard: null, values, unblock: [] };
  const reads = Object.keys(values);
  return { guard, values, unblock: because === 'guard' ? unblockersOf(bundle.compiled, { guard, reads, active }) : [] };
}
