import { Injectable } from '@nestjs/common';
import type { Caller } from '#libs/identity';
import { NotVisibleError } from '../commands/command.error.js';
import { CaseSnapshots } from '../instances/case.snapshot.js';
import type { Language } from '../language/language.js';
import { CaseExplainer, type InstanceView } from './case.explainer.js';
import { DeadlineExplainer, type ExplainedDeadline } from './deadline.explainer.js';
import { type ExplainedAction, GuardExplainer } from './guard.explainer.js';
import { type ExplainedSuspension, type StandingDeadline, SuspensionReader } from './suspension.reader.js';

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
  readonly suspensions: readonly ExplainedSuspension[];
  /** Deadlines that stand still. */
  readonly standing: readonly StandingDeadline[];
}

/** 说明: current states, what the caller may do and why not, deadlines with their law, the ladder, and what is suspended. */
@Injectable()
export class ReasonReader {
  constructor(
    private readonly cases: CaseExplainer,
    private readonly snapshots: CaseSnapshots,
    private readonly guards: GuardExplainer,
    private readonly deadlines: DeadlineExplainer,
    private readonly suspensions: SuspensionReader,
  ) {}

  async read(caller: Caller, rootId: number, language: Language = 'zh'): Promise<CaseReasons> {
    const { id, title, status, businessAt, instances } = await this.cases.explain(caller, rootId, language);
    const snapshot = await this.snapshots.read(rootId);
    if (!snapshot) throw new NotVisibleError('case', rootId);
    const told = { snapshot, language };
    return {
      ...{ id, title, status, businessAt },
      instances: instances.filter((instance) => instance.status === 'active' || instance.parentId === null),
      actions: await this.guards.actions(caller, told),
      deadlines: await this.deadlines.running(told),
      suspensions: await this.suspensions.suspensions(told),
      standing: await this.suspensions.deadlines(told),
    };
  }
}
