import type { JsonObject } from '#libs/kernel';
import type { CaseTransaction } from '../instances/case.transaction.js';

/** 终止、作废、唤醒、跳转、挂起、激活. */
export const INTERVENTIONS = ['terminate', 'void', 'wake', 'jump', 'suspend', 'activate'] as const;
export type InterventionKind = (typeof INTERVENTIONS)[number];

/** What is asked for beyond the kind. */
export interface InterventionWish {
  /** 跳转: the instance (the case's own when unset) and the state to enter. */
  readonly instance?: number;
  readonly state?: string;
  /** 挂起、激活: law key of the cause. */
  readonly cause?: string;
}

/** What two persons have agreed on. */
export interface Intervention {
  readonly id: number;
  readonly rootId: number;
  readonly kind: InterventionKind;
  readonly wanted: InterventionWish;
  readonly reason: string;
  readonly proposedBy: number;
  readonly proposedAt: Date;
}

/** One way of intervening, in the transaction of the case; gives the instance that it was about. */
export interface Intervener {
  readonly kinds: readonly InterventionKind[];
  /** Refuses what could not be done now; asked when it is proposed, too. */
  check(tx: CaseTransaction, intervention: Pick<Intervention, 'kind' | 'wanted'>): Promise<void> | void;
  apply(tx: CaseTransaction, intervention: Intervention): Promise<number> | number;
}

/** What history tells of it: who asked, who agreed, and why. */
export function factsOf({ id, reason, proposedBy, proposedAt, wanted }: Intervention): JsonObject {
  const asked = { intervention: id, proposedBy, proposedAt: proposedAt.toISOString() };
  return { ...asked, comment: reason, wanted: { ...wanted } };
}
