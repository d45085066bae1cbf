import type { Candidate } from '../instances/case.rows.js';
import type { StoredRound } from '../signing/stored.round.js';
import type { PendingStep, StepRecord } from '../steps/pending.step.js';
import type { StepScope } from '../steps/step.scope.js';
import type { Draw } from './draw.js';

/** Who has a task when it opens. */
export interface Assignment {
  readonly candidates: readonly Candidate[];
  /** Null when whoever acts first decides. */
  readonly round: StoredRound | null;
  /** How they were drawn by lot, for everybody to check. */
  readonly draw?: Draw;
  /** 去重: people whose earlier approval counts as their vote. */
  readonly passed?: readonly number[];
  /** An event that goes on at once, in nobody's name. */
  readonly pass?: Pass;
}

/** 自动通过: why nobody has to act. */
export interface Pass {
  readonly event: string;
  readonly reason: 'nobody' | 'initiator' | 'repeat';
  /** 去重: whose earlier approval counts. */
  readonly users: readonly number[];
}

/** For whom, and by what step, a task is opened. */
export interface AssignmentScope extends Pick<StepScope, 'tx' | 'instance'> {
  readonly pending: Pick<PendingStep, 'assign' | 'event' | 'facts' | 'kind' | 'instanceId'>;
  readonly record: Pick<StepRecord, 'seq'>;
}
