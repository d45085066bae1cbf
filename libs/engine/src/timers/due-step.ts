import type { JsonObject, PartyRole } from '#libs/kernel';
import type { OutboxMessage } from '../effects/effect.js';
import type { EntityManager } from 'typeorm';

/** One step of a timer, in order of time. `at` is a UTC instant in ISO 8601. */
export type TimerStep =
  | { readonly kind: 'fire'; readonly at: string }
  | { readonly kind: 'remind'; readonly at: string; readonly offset: string }
  | {
      readonly kind: 'rung';
      readonly at: string;
      readonly level: string;
      readonly to: PartyRole;
      /** 督办: the post told is a superior's, and gets a supervision. */
      readonly supervise?: true;
    }
  | { readonly kind: 'overdue'; readonly at: string; readonly event: string };

/** A reminder or rung that fires now, in the transaction of the firing command. */
export interface DueStepRequest {
  readonly manager: EntityManager;
  readonly step: Extract<TimerStep, { kind: 'remind' | 'rung' }>;
  readonly timerId: number;
  readonly stepIndex: number;
  readonly rootId: number;
  readonly rootTitle: string;
  readonly taskId: number;
  readonly taskTitle: string;
  readonly dueAt: Date;
  readonly at: Date;
  /** Organisations and role that have the task, or the one user (0 or absent: any) it was given to; `owner` in a rung means the first of them. */
  readonly owners: readonly { readonly organisationId: number; readonly role: string; readonly userId?: number }[];
  nextId(): number;
  emit(message: OutboxMessage): void;
  /** Work that is lost when the process dies then: metrics and hints. */
  afterCommit(hook: () => void): void;
  organisations(relation: string): Promise<readonly number[]>;
}

/** What was done, for history: who was told, or that the post is vacant and the next rung fires at once. */
export interface DueStepOutcome {
  readonly recipients: readonly number[];
  readonly vacant: boolean;
  readonly facts: JsonObject;
}

/** Port: the engine fires steps, the deadlines library knows whom to tell and how. */
export interface DueStepHandler {
  apply(request: DueStepRequest): Promise<DueStepOutcome>;
}

/** Injection token of the one DueStepHandler. */
export const DUE_STEPS = Symbol('due-steps');
