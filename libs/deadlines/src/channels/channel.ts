import type { UserRecord } from '#libs/identity';

/** Ways out of the house. */
export const CHANNEL_NAMES = ['mail', 'sms', 'wecom', 'dingtalk'] as const;
export type ChannelName = (typeof CHANNEL_NAMES)[number];

/** A message to one person, ready for any channel. */
export interface OutgoingMessage {
  /** The same each time it is sent again, so that doubles can be recognised. */
  readonly id: string;
  /** Name of the person, for channels that others read too. */
  readonly name: string;
  readonly title: string;
  /** Plain text with line breaks, with the link. */
  readonly body: string;
  /** A sentence for telephones, with the link. */
  readonly brief: string;
}

/** Port: one implementation for each name, in `<name>.channel.ts`. */
export interface Channel {
  readonly name: ChannelName;
  /** False until its settings name a server. */
  readonly isOn: boolean;
  /** Where that person is reached; null when there is no address. */
  addressOf(user: UserRecord): Promise<string | null>;
  /**
   * Resolves when the server has taken the message. Throws `ChannelUnavailableError` or `NoAnswerError` where trying
   * again may help, `PermanentDeliveryError` where it cannot.
   */
  send(address: string, message: OutgoingMessage): Promise<void>;
}
