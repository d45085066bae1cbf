import type { ChannelName } from '../channels/channel.js';
import type { SendingSubject } from './sending.entity.js';

/** A message that shall leave the house. `notBefore` is business time. */
export interface NewSending {
  readonly id: number;
  readonly userId: number;
  readonly channel: ChannelName;
  readonly subject: SendingSubject;
  readonly subjectId: number;
  readonly rootId: number;
  readonly notBefore: Date;
}

/** One that was claimed: this worker's until its lease ends. */
export interface ClaimedSending {
  readonly id: number;
  readonly userId: number;
  readonly channel: ChannelName;
  readonly subject: SendingSubject;
  readonly subjectId: number;
  readonly rootId: number;
  /** Failed tries so far. */
  readonly attempts: number;
  /** Another worker claimed it and never said how it ended: it may have arrived. */
  readonly isDoubtful: boolean;
}
