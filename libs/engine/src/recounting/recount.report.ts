import type { Bundle } from '../definitions/bundle.js';
import { deadlineTitleIn } from '../explain/deadline.title.js';
import type { TimerRow } from '../instances/case.rows.js';
import { titleIn } from '../language/language.js';
import type { Recount } from './recount.planner.js';

/** What became of one deadline, for whoever applied the notice. */
export interface RecountedDeadline {
  readonly rootId: number;
  readonly caseTitle: string;
  readonly timerId: number;
  readonly stateTitle: string;
  readonly deadlineTitle: string;
  readonly kind: Exclude<Recount['kind'], 'same'>;
  readonly was: Date;
  readonly due: Date;
  readonly wasProvisional: boolean;
  readonly provisional: boolean;
  /** It was due already and waited for the notice. */
  readonly wasHeld: boolean;
  /** The computation, line by line, in Chinese. */
  readonly lines: readonly string[];
}

/** A case in which something moved. */
export interface RecountReport {
  readonly rootId: number;
  readonly ok: boolean;
  /** Why it could not be done; empty where it could. */
  readonly reason: string;
  readonly deadlines: readonly RecountedDeadline[];
}

interface Place {
  readonly rootId: number;
  readonly caseTitle: string;
  readonly bundle: Bundle;
}

export function recountedDeadline(
  timer: TimerRow,
  recount: Recount,
  { rootId, caseTitle, bundle }: Place,
): RecountedDeadline | null {
  if (recount.kind === 'same') return null;
  const plan = recount.kind === 'unknown' ? null : recount.plan;
  return {
    rootId,
    caseTitle,
    timerId: timer.id,
    stateTitle: titleIn('zh', bundle.compiled.states.get(timer.state)?.title, timer.state),
    deadlineTitle: deadlineTitleIn('zh', bundle, timer.deadline),
    kind: recount.kind,
    was: timer.dueAt,
    due: plan?.dueAt ?? timer.dueAt,
    wasProvisional: timer.provisional,
    provisional: plan?.provisional ?? timer.provisional,
    wasHeld: timer.isHeld === true,
    lines: plan?.computation.flatMap(({ zh }) => (typeof zh === 'string' ? [zh] : [])) ?? [],
  };
}
