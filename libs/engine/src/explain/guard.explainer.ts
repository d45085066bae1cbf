import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { activeStates, type EventOption, type JsonObject, options, type PartyRole } from '#libs/kernel';
import { BusinessClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import { actorOf } from '../authority/caller.scope.js';
import { lineage } from '../commands/transition.lookup.js';
import type { Bundle } from '../definitions/bundle.js';
import { BundleStore } from '../definitions/bundle.store.js';
import type { CaseSnapshot } from '../instances/case.snapshot.js';
import { titleIn } from '../language/language.js';
import { ViewRegistry } from '../views/view.registry.js';
import { readTitleIn, type Unblocker, unblockersOf } from './guard-unblocking.js';
import { type Hindrances, type Obstacle, ObstacleFinder } from './obstacle.finder.js';
import { type Post, PostReader, type Told } from './post.reader.js';

export const VERDICTS = ['allowed', 'form-decides', 'blocked'] as const;
/** `form-decides`: the guard reads what will be entered. */
export type Verdict = (typeof VERDICTS)[number];

/** Something that changes what a guard reads, with the people who do it. */
export type ExplainedUnblocker = Omit<Unblocker, 'by'> & { readonly by: Post | null };

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
  readonly by: Post | null;
  readonly verdict: Verdict;
  readonly because: Obstacle | null;
  readonly guard: string | null;
  /** What the guard reads, as it stands. */
  readonly values: JsonObject;
  /** What people call these values. */
  readonly valueTitles: Readonly<Record<string, string>>;
  readonly unblock: readonly ExplainedUnblocker[];
}

interface Situation {
  readonly told: Told;
  readonly hindrances: Hindrances;
  readonly instance: CaseSnapshot['instances'][number];
  readonly bundle: Bundle;
  readonly active: readonly string[];
}

/** 为何不能办: each event of a case with the guard that refuses it, its values, and who could change them. */
@Injectable()
export class GuardExplainer {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bundles: BundleStore,
    private readonly views: ViewRegistry,
    private readonly clock: BusinessClock,
    private readonly obstacles: ObstacleFinder,
    private readonly posts: PostReader,
  ) {}

  async actions(caller: Caller, told: Told): Promise<ExplainedAction[]> {
    const hindrances = await this.obstacles.hindrances(caller, told.snapshot);
    const found: ExplainedAction[] = [];
    for (const instance of told.snapshot.instances) {
      if (instance.status !== 'active' || !instance.snapshot) continue;
      const bundle = await this.bundles.byHash(instance.bundleHash);
      const active = activeStates(bundle.compiled, instance.snapshot);
      const situation = { told, hindrances, instance, bundle, active };
      for (const option of await this.options(situation)) found.push(await this.explained(situation, option));
    }
    return found;
  }

  private async options({ told, hindrances, instance, bundle }: Situation): Promise<EventOption[]> {
    if (!instance.snapshot) return [];
    const request = { manager: this.dataSource.manager, rootId: told.snapshot.root.id, instanceId: instance.id };
    return options(bundle.compiled, instance.snapshot, {
      at: this.clock.now().toISOString(),
      actor: actorOf(hindrances.caller),
      payload: {},
      views: await this.views.load(request, bundle.compiled.definition.views),
      parameters: bundle.content.parameters,
    });
  }

  private async explained(situation: Situation, option: EventOption): Promise<ExplainedAction> {
    const { told, hindrances, instance, bundle } = situation;
    const tasks = tasksAt(situation, option);
    const own = option.transition.by ? undefined : (this.obstacles.ownTask(hindrances, tasks) ?? tasks[0]);
    const because = await this.obstacles.find(hindrances, { instance, bundle, option, tasks });
    const state = own?.state ?? option.state;
    return {
      instanceId: instance.id,
      process: instance.process,
      taskId: own?.id ?? null,
      state,
      stateTitle: titleIn(told.language, bundle.compiled.states.get(state)?.title, state),
      event: option.event,
      title: titleIn(told.language, option.transition.title, option.event),
      by: await this.posts.read(told, partyOf(bundle, option, state)),
      verdict: verdictOf(option, because),
      because,
      ...this.guardOf(situation, option),
      unblock: because === 'guard' ? await this.unblockers(situation, option) : [],
    };
  }

  private guardOf(
    { told, bundle }: Situation,
    { guard, values = {} }: EventOption,
  ): Pick<ExplainedAction, 'guard' | 'values' | 'valueTitles'> {
    const titles: Record<string, string> = {};
    for (const path of Object.keys(values)) titles[path] = readTitleIn(told.language, bundle.compiled, path);
    return { guard: guard ?? null, values, valueTitles: titles };
  }

  private async unblockers(
    { told, bundle, active }: Situation,
    { guard, values = {} }: EventOption,
  ): Promise<ExplainedUnblocker[]> {
    if (guard === undefined) return [];
    const found = unblockersOf(bundle.compiled, { guard, reads: Object.keys(values), active }, told.language);
    return Promise.all(found.map(async (one) => ({ ...one, by: await this.posts.read(told, one.by) })));
  }
}

/** Open tasks of which the event is one; those of substates where an outer state declares it. */
function tasksAt({ told, instance }: Situation, { state }: EventOption): CaseSnapshot['tasks'] {
  return told.snapshot.tasks.filter((task) => task.instanceId === instance.id && lineage(task.state).includes(state));
}

function partyOf({ compiled }: Bundle, { transition }: EventOption, state: string): PartyRole | null {
  return transition.by ?? compiled.states.get(state)?.task?.assignee ?? null;
}

function verdictOf({ enabled }: EventOption, because: Obstacle | null): Verdict {
  if (because !== null) return 'blocked';
  return enabled === null ? 'form-decides' : 'allowed';
}
