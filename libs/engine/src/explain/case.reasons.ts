import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { NotVisibleError } from '../commands/command.error.js';
import { BundleStore } from '../definitions/bundle.store.js';
import { LawBook, type LawReference } from '../definitions/law.book.js';
import { type CaseSnapshot, CaseSnapshots } from '../instances/case.snapshot.js';
import { CaseExplainer, deadlineOf, type DeadlineView, type InstanceView } from './case.explainer.js';
import { type ExplainedAction, GuardExplainer } from './guard.explainer.js';
import { LadderExplainer, type NextRung, type NextStep } from './ladder.explainer.js';

export interface ExplainedDeadline extends Omit<DeadlineView, 'law'> {
  readonly stateTitle: string;
  readonly law: Omit<LawReference, 'proof'> | null;
  readonly next: NextStep | null;
  /** Who is told when it stays undone, in order. */
  readonly ladder: readonly NextRung[];
}

/** Why a case stands where it stands, for one caller. */
export interface CaseReasons {
  readonly id: number;
  readonly title: string;
  readonly status: string;
  readonly businessAt: Date;
  readonly instances: readonly InstanceView[];
  readonly actions: readonly ExplainedAction[];
  /** Deadlines that run, the next first. */
  readonly deadlines: readonly ExplainedDeadline[];
}

/** 说明: current states, what the caller may do and why not, deadlines with their law, and the ladder. */
@Injectable()
export class ReasonReader {
  constructor(
    private readonly cases: CaseExplainer,
    private readonly snapshots: CaseSnapshots,
    private readonly bundles: BundleStore,
    private readonly guards: GuardExplainer,
    private readonly ladders: LadderExplainer,
    private readonly laws: LawBook,
  ) {}

  async read(caller: Caller, rootId: number): Promise<CaseReasons> {
    const { id, title, status, businessAt, instances } = await this.cases.explain(caller, rootId);
    const snapshot = await this.snapshots.read(rootId);
    if (!snapshot) throw new NotVisibleError('case', rootId);
    const deadlines: ExplainedDeadline[] = [];
    for (const timer of snapshot.timers) deadlines.push(await this.deadline(snapshot, timer));
    return {
      ...{ id, title, status, businessAt },
      instances: instances.filter((instance) => instance.status === 'active' || instance.parentId === null),
      actions: await this.guards.actions(caller, snapshot),
      deadlines,
    };
  }

  private async deadline(snapshot: CaseSnapshot, timer: Record<string, unknown>): Promise<ExplainedDeadline> {
    const view = deadlineOf(timer);
    const instance = snapshot.instances.find(({ id }) => id === view.instanceId);
    const bundle = instance ? await this.bundles.byHash(instance.bundleHash) : undefined;
    return {
      ...view,
      stateTitle: bundle?.compiled.states.get(view.state)?.title?.zh ?? view.state,
      law: view.law === null ? null : this.laws.quote(view.law),
      next: this.ladders.next(timer),
      ladder: await this.ladders.rungs(snapshot, timer),
    };
  }
}
