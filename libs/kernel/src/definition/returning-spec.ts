/** 重新送审: after 驳回 the work goes its whole way again, or straight back to the step that rejected it. */
export const RESUBMISSIONS = ['forward', 'back'] as const;
export type Resubmission = (typeof RESUBMISSIONS)[number];

/** How far work goes back: within its own branch, or also to before the branches began, which undoes them all. */
export const BRANCH_REACHES = ['own', 'all'] as const;
export type BranchReach = (typeof BRANCH_REACHES)[number];

/** Deadlines of a step to which work is returned: counted anew, or what was left of them when it was done. */
export const RETURN_DEADLINES = ['restart', 'remaining'] as const;
export type ReturnDeadlines = (typeof RETURN_DEADLINES)[number];

/** Places that have a name of their own: the first step, the last one before this, and the end of the case. */
export const REJECT_PLACES = ['initiator', 'previous', 'terminate'] as const;

/** 驳回. */
export interface RejectSpec {
  /** Names of `REJECT_PLACES`, or paths of states. */
  readonly to: readonly string[];
  readonly then: Resubmission;
  readonly branches: BranchReach;
}

/** 退回. */
export interface ReturnSpec {
  readonly deadlines: ReturnDeadlines;
  readonly branches: BranchReach;
}

/** What holds where a task allows `reject` and says no more. */
export const USUAL_REJECT: RejectSpec = { to: ['initiator', 'previous'], then: 'forward', branches: 'own' };
/** What holds where a task allows `return` and says no more. */
export const USUAL_RETURN: ReturnSpec = { deadlines: 'restart', branches: 'own' };

/** Regions to whose states the work of a state may go back, the innermost first. */
export function regionsInReach(
  process: { regionOf(path: string): string },
  path: string,
  branches: BranchReach,
): readonly string[] {
  const region = process.regionOf(path);
  if (branches === 'own' || region === '') return [region];
  return [region, ...regionsInReach(process, region.slice(0, Math.max(0, region.lastIndexOf('.'))), branches)];
}
