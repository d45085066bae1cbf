import type { Bundle } from '../definitions/bundle.js';
import type { InstanceRow } from '../instances/case.rows.js';
import type { CaseTransaction } from '../instances/case.transaction.js';
import type { PendingStep, StepRecord } from './pending.step.js';

/** What every part of a step works on. */
export interface StepScope {
  readonly tx: CaseTransaction;
  readonly instance: InstanceRow;
  readonly bundle: Bundle;
  readonly pending: PendingStep;
  readonly record: StepRecord;
}
