import type { Actor, JsonObject } from '#libs/kernel';

/** What a history row tells; the words of the audit. */
export const HISTORY_KINDS = [
  'started',
  'acted',
  'sent',
  'signalled',
  'deadline',
  'completed',
  'reminded',
  'escalated',
  'returned',
  'rejected',
  'resumed',
  'withdrawn',
  'cancelled',
  'held',
  'extended',
  'migrated',
  'restored',
  'voted',
  'passed',
  'operated',
  'ended',
  'proposed',
  'declined',
  'woken',
  'jumped',
  'suspended',
  'activated',
  'urged',
  'copied',
  'recounted',
  'supervised',
  'rescheduled',
  'reassigned',
  'explanation-asked',
  'explained',
  'supervision-closed',
] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

/** A history row before it is chained. */
export interface HistoryDraft {
  readonly seq: number;
  readonly instanceId: number;
  readonly kind: HistoryKind;
  /** Business time. */
  readonly at: Date;
  readonly actor: Actor | null;
  readonly taskId: number | null;
  readonly event: string;
  /** What the step used and did: views, states left and entered, due times, candidates. Stored for replay. */
  readonly facts: JsonObject;
  /** What a person entered; only its salted digest is chained, so that it can be erased. */
  readonly payload: JsonObject;
}
