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

/** What the relay takes: e-mail waits on a slow world outside and goes by itself, without order. */
export const RELAY_TRACKS = ['ordered', 'mail'] as const;
export type RelayTrack = (typeof RELAY_TRACKS)[number];

/** E-mail of one notification; payload `{ notification: id }`. */
export const SEND_MAIL = 'deadlines.send-mail';
