import type { PartyRole } from '#libs/kernel';

/** One rung of a ladder: how long after the due time, who is told, and what that level is called. */
export interface LadderRung {
  /** Duration after the due time, e.g. `P3WD`. */
  readonly after: string;
  /** `head`, `leader`, `city`, `province` …: a word of the configuration, printed in reports. */
  readonly level: string;
  readonly to: PartyRole;
  /** 督办: the post is a superior's, which from then on supervises the late task. */
  readonly supervise?: true;
}

/** 逐级上报: rungs in order of time. */
export type Ladder = readonly LadderRung[];
