import { join } from 'node:path';
import { checkedContent, readYamlFile } from '#libs/identity';
import type { JsonObject } from '#libs/kernel';
import { CHANNEL_NAMES, type ChannelName } from '../channels/channel.js';
import { NOTIFICATION_KINDS, type NotificationKind } from '../notifications/notification.entity.js';
import { LANGUAGES, type Language } from '../notifications/templates/letter.js';

/** At once; merged into the digest of the morning; in the system only. */
export const DELIVERIES = ['now', 'digest', 'none'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** Why somebody is told, as config/notifications.yaml names it: kinds of notification, but reminders by their time. */
export type Occasion = Exclude<NotificationKind, 'reminder'> | 'reminder-before' | 'reminder-at' | 'reminder-after';

const OCCASIONS = NOTIFICATION_KINDS.flatMap((kind) =>
  kind === 'reminder' ? ['reminder-before', 'reminder-at', 'reminder-after'] : [kind],
);

/** What a region may set. Times are local `HH:MM`. */
export interface DeliveryTimes {
  readonly language: Language;
  readonly digestAt: string;
  /** Nothing is sent from `from` until `to`; over midnight where `from` is later. The same twice: never quiet. */
  readonly quietHours: { readonly from: string; readonly to: string };
  readonly urgentOnDaysOff: boolean;
}

/** config/notifications.yaml */
export interface NotificationPolicy extends DeliveryTimes {
  readonly delivery: Readonly<Record<Occasion, Delivery>>;
  readonly channels: {
    readonly default: readonly ChannelName[];
    readonly kinds: Readonly<Record<string, readonly ChannelName[]>>;
  };
}

const time = { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' };
const channels = { type: 'array', items: { enum: CHANNEL_NAMES }, uniqueItems: true };

const TIMES = {
  language: { enum: LANGUAGES },
  digestAt: time,
  quietHours: {
    type: 'object',
    required: ['from', 'to'],
    additionalProperties: false,
    properties: { from: time, to: time },
  },
  urgentOnDaysOff: { type: 'boolean' },
};

const REGION_SCHEMA = { type: 'object', additionalProperties: false, properties: TIMES };

const SCHEMA = {
  type: 'object',
  required: [...Object.keys(TIMES), 'delivery', 'channels'],
  additionalProperties: false,
  properties: {
    ...TIMES,
    delivery: {
      type: 'object',
      required: OCCASIONS,
      additionalProperties: false,
      properties: Object.fromEntries(OCCASIONS.map((occasion) => [occasion, { enum: DELIVERIES }])),
    },
    channels: {
      type: 'object',
      required: ['default', 'kinds'],
      additionalProperties: false,
      properties: { default: channels, kinds: { type: 'object', additionalProperties: channels } },
    },
  },
};

export function readNotificationPolicy(configDir: string): NotificationPolicy {
  return readYamlFile<NotificationPolicy>(join(configDir, 'notifications.yaml'), SCHEMA);
}

/** What a region's file sets under `notifications`. */
export function regionTimes(file: string, content: JsonObject): Partial<DeliveryTimes> {
  return checkedContent<Partial<DeliveryTimes>>(file, content, REGION_SCHEMA);
}
