import type { JsonObject } from '#libs/kernel';

/** A message that was claimed: this worker's until its lease ends. */
export interface ClaimedMessage {
  readonly id: number;
  readonly rootId: number;
  readonly kind: string;
  readonly payload: JsonObject;
  readonly at: Date;
  /** Failed deliveries so far. */
  readonly attempts: number;
}
