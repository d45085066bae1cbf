import type { JsonObject, Snapshot, SuspensionScope } from '#libs/kernel';
import type { StoredRound } from '../signing/stored.round.js';
import type { Counting } from '../timers/counting.js';
import type { TimerStep } from '../timers/due-step.js';

/** 案件: a root as its row says. Times are business time unless named otherwise. */
export interface RootRow {
  readonly id: number;
  readonly kind: string;
  readonly process: string;
  title: string;
  readonly divisionCode: string;
  readonly purchaserId: number;
  /** 发起人; null for a case that no person began. */
  readonly startedBy: number | null;
  status: RootStatus;
  /** Never goes backwards. */
  businessAt: Date;
  /** Number of history rows so far. */
  seq: number;
  /** Hash of the last history row. */
  chainHead: Buffer;
}
/** `cancelled`: 撤销 by who began it; `terminated`: 终止; `void`: 作废. */
export const ROOT_STATUSES = ['open', 'done', 'cancelled', 'terminated', 'void'] as const;
export type RootStatus = (typeof ROOT_STATUSES)[number];

/** `stopped`: the case ended before its time; it may be woken. */
export const INSTANCE_STATUSES = ['active', 'done', 'cancelled', 'stopped'] as const;
export type InstanceStatus = (typeof INSTANCE_STATUSES)[number];

export interface InstanceRow {
  readonly id: number;
  readonly parentId: number | null;
  readonly parentState: string | null;
  /** Position of the element in the parent's list, for one of many children. */
  readonly parentItem?: number;
  readonly process: string;
  /** Changes when the instance moves to another version of its process. */
  version: number;
  bundleHash: string;
  status: InstanceStatus;
  snapshot: Snapshot | null;
  output: JsonObject | null;
}

export const TASK_STATUSES = ['open', 'done', 'returned', 'withdrawn', 'cancelled'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** 代行: that a post was left empty by the law, and who acts instead. */
export interface Substitution {
  readonly from: { readonly organisation: string; readonly role: string };
  readonly to: { readonly organisation: string; readonly role: string };
  /** Name of the rule in config/relations.yaml. */
  readonly rule: string;
  readonly [fact: string]: string | { readonly organisation: string; readonly role: string };
}

/** Who may act on a task: a role in an organisation, or one person of it. */
export interface Candidate {
  readonly organisationId: number;
  readonly role: string;
  /** 0 means whoever has the role. */
  readonly userId: number;
  /** Told once, when the task opens: why these people have it. */
  readonly substituted?: Substitution;
}

export interface TaskRow {
  readonly id: number;
  readonly instanceId: number;
  readonly state: string;
  /** History number of the step that opened it. */
  readonly entry: number;
  readonly title: string;
  readonly version: number;
  readonly dueAt: Date | null;
  readonly candidates: readonly Candidate[];
  /** Null for the plain task: one pool of people, the first who acts decides. */
  readonly round: StoredRound | null;
  /** 督办: a superior has an open supervision of it. */
  readonly isSupervised?: boolean;
}

export interface TimerRow {
  readonly id: number;
  readonly instanceId: number;
  readonly taskId: number | null;
  readonly state: string;
  readonly entry: number;
  readonly deadline: string;
  readonly kind: 'after' | 'due';
  readonly steps: readonly TimerStep[];
  nextStep: number;
  nextAt: Date;
  generation: number;
  dueAt: Date;
  readonly period: string;
  /** What is left, in the unit of the period, while the timer stands still. */
  remaining?: string;
  readonly law: string | null;
  provisional: boolean;
  /** Null for timers of a version that did not keep it. */
  counting: Counting | null;
  calendarVersion: string;
  /** 暂定: due, and waiting for the notice that confirms its date. */
  isHeld?: boolean;
}

/** 暂停: what one instance has made stand still. */
export interface SuspensionRow {
  readonly id: number;
  readonly instanceId: number;
  /** Region of that instance in which it was asked for, and which goes on; empty when it has no regions. */
  readonly region: string;
  /** `whole`: 挂起 of the whole case by two persons. */
  readonly scope: SuspensionScope | 'whole';
  /** Law key. */
  readonly cause: string;
  /** Paths of states of that instance, or ids of processes, that go on. */
  readonly exempt: readonly string[];
}
