import type { Actor, JsonObject } from '#libs/kernel';

/** A row of history, as far as playing it again needs it; a stored row or one of a recorded file. */
export interface PastStep {
  readonly seq: number;
  readonly instanceId: number;
  readonly kind: string;
  /** ISO 8601 UTC instant with milliseconds. */
  readonly at: string;
  readonly actor: Actor | null;
  readonly facts: JsonObject;
  readonly payload: JsonObject;
}

/** One instance of the process in question, with its own rows in order. */
export interface PastInstance {
  readonly rootId: number;
  readonly instanceId: number;
  readonly title: string;
  readonly status: string;
  readonly steps: readonly PastStep[];
}

/** Where an instance would not have come on. */
export interface StuckFinding {
  /** Which of its own steps, from 1 on. */
  readonly step: number;
  readonly seq: number;
  readonly at: string;
  readonly event: string;
  /** Where it stands under the new definition. */
  readonly states: readonly string[];
  readonly code: string;
  readonly reason: string;
  readonly guard?: string;
  readonly values?: JsonObject;
}

export interface DeadlineFinding {
  readonly state: string;
  readonly title: string;
  /** Name of the deadline, or `due` for the time of the task. */
  readonly deadline: string;
  /** Null where only one of the definitions has it. */
  readonly oldDue: string | null;
  readonly newDue: string | null;
  /** Whether it is still running. */
  readonly isOpen: boolean;
}

export const APPROVAL_CHANGES = ['added', 'vanished', 'reassigned'] as const;
export type ApprovalChange = (typeof APPROVAL_CHANGES)[number];

/** A step of people that is other under the new definition. */
export interface ApprovalFinding {
  readonly state: string;
  readonly title: string;
  readonly change: ApprovalChange;
  readonly from: string | null;
  readonly to: string | null;
}

/** An entry that the new form would not have taken. */
export interface FormFinding {
  readonly seq: number;
  readonly event: string;
  readonly form: string;
  readonly fields: readonly { readonly field: string; readonly zh: string; readonly en: string }[];
}

export interface InstanceFinding {
  readonly rootId: number;
  readonly instanceId: number;
  readonly title: string;
  readonly status: string;
  readonly fromVersion: number;
  /** Steps that were played; all of them unless it is stuck. */
  readonly played: number;
  readonly steps: number;
  readonly stuck: StuckFinding | null;
  readonly deadlines: readonly DeadlineFinding[];
  readonly approvals: readonly ApprovalFinding[];
  readonly forms: readonly FormFinding[];
}

/** 试算: recorded histories under a new definition. */
export interface WhatIfReport {
  readonly process: string;
  readonly toVersion: number;
  readonly instances: number;
  /** Instances that would have gone the same way at the same times. */
  readonly unchanged: number;
  readonly stuck: number;
  readonly withMovedDeadlines: number;
  readonly withOtherApprovals: number;
  readonly withRefusedForms: number;
  /** Those that differ, open ones first. */
  readonly findings: readonly InstanceFinding[];
}
