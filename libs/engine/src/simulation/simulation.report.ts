import type { Json, JsonObject } from '#libs/kernel';

/** What simulated cases showed. Times are working days of the installation's calendar. */
export interface SimulationReport {
  readonly process: string;
  readonly version: number;
  readonly division: string;
  readonly cases: number;
  readonly seed: number;
  /** First and last day on which a case began. */
  readonly from: string;
  readonly to: string;
  /** Steps of the kernel that were taken. */
  readonly steps: number;
  readonly ended: number;
  readonly stuck: number;
  readonly duration: Percentiles;
  readonly outcomes: readonly OutcomeShare[];
  /** Where time goes, the longest first. */
  readonly places: readonly PlaceShare[];
  /** On whom cases wait. */
  readonly waiting: readonly WaitingShare[];
  readonly tasks: number;
  readonly missed: number;
  readonly deadlines: readonly DeadlineCount[];
  readonly reminders: number;
  /** 退回 and 撤回 by the engine. */
  readonly returned: number;
  readonly withdrawn: number;
  /** Tasks whose post nobody held when they opened. */
  readonly vacant: number;
  readonly escalations: readonly { readonly level: string; readonly count: number }[];
  /** Events and deadlines that no case took. */
  readonly neverTaken: readonly TakenKey[];
  readonly stuckCases: readonly StuckGroup[];
  /** 暂定: deadlines that fell on days no State Council notice covers; in real life a person decides them. */
  readonly provisional: number;
}

export interface Percentiles {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

export interface OutcomeShare {
  readonly state: string;
  readonly title: string;
  readonly output: JsonObject;
  readonly count: number;
  readonly share: number;
}

export interface PlaceShare {
  readonly process: string;
  readonly state: string;
  readonly title: string;
  readonly waitingOn: string;
  readonly visits: number;
  /** Working days over all cases. */
  readonly days: number;
  readonly share: number;
}

export interface WaitingShare {
  readonly waitingOn: string;
  readonly days: number;
  readonly share: number;
}

export interface DeadlineCount {
  readonly process: string;
  readonly state: string;
  readonly title: string;
  readonly tasks: number;
  readonly missed: number;
  readonly share: number;
}

export interface TakenKey {
  readonly process: string;
  readonly state: string;
  readonly event: string;
}

/** Cases that stopped for one reason, and the shortest way there. */
export interface StuckGroup {
  readonly states: readonly string[];
  readonly reason: string;
  readonly count: number;
  /** Number of the case with the shortest way. */
  readonly case: number;
  readonly path: readonly string[];
}

/** How one case came out. */
export type CaseOutcome =
  | {
      readonly kind: 'ended';
      readonly state: string;
      readonly output: { readonly [name: string]: Json };
      readonly minutes: number;
    }
  | {
      readonly kind: 'stuck';
      readonly states: readonly string[];
      readonly reason: string;
      readonly path: readonly string[];
    };
