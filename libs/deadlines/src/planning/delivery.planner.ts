import { Injectable } from '@nestjs/common';
import { OrganisationDirectory, type UserRecord } from '#libs/identity';
import { ChannelBook } from '../channels/channel.book.js';
import type { Channel } from '../channels/channel.js';
import type { NotificationFacts } from '../notifications/notification.facts.js';
import { daysLeft } from '../notifications/templates/due.words.js';
import type { Language } from '../notifications/templates/letter.js';
import { NotificationTimes } from './notification.times.js';
import type { Occasion } from './notification.policy.js';
import type { Timetable } from './timetable.js';

/** How one person is told of one thing outside the system. Times are business time. */
export type DeliveryPlan =
  | { readonly delivery: 'none' }
  | { readonly delivery: 'digest'; readonly gatherAt: Date }
  | { readonly delivery: 'now'; readonly channels: readonly Channel[]; readonly notBefore: Date };

const NONE: DeliveryPlan = { delivery: 'none' };

/** Decides by configuration, from where a person works. */
@Injectable()
export class DeliveryPlanner {
  constructor(
    private readonly times: NotificationTimes,
    private readonly directory: OrganisationDirectory,
    private readonly channels: ChannelBook,
  ) {}

  /** False when every channel is off: then nothing leaves the house. */
  get isOn(): boolean {
    return this.channels.on.length > 0;
  }

  planFor(userId: number, facts: NotificationFacts): DeliveryPlan {
    const user = this.isOn ? this.directory.user(userId) : null;
    const channels = user === null ? [] : this.channelsOf(user);
    if (user === null || channels.length === 0) return NONE;
    const delivery = this.times.deliveryOf(occasionOf(facts));
    const timetable = this.timetableOf(user);
    if (delivery === 'none') return NONE;
    if (delivery === 'digest') return { delivery, gatherAt: timetable.nextDigest(facts.at) };
    return { delivery, channels, notBefore: timetable.firstOpen(facts.at, { isUrgent: true }) };
  }

  /** Those that are on for people of that kind of organisation. */
  channelsOf(user: UserRecord): readonly Channel[] {
    const organisation = this.directory.byId(user.organisationId);
    if (!organisation || user.status !== 'active') return [];
    const wanted = this.times.channelsOf(organisation.kind);
    return this.channels.on.filter(({ name }) => wanted.includes(name));
  }

  timetableOf(user: UserRecord): Timetable {
    return this.times.timetableOf(this.divisionOf(user));
  }

  languageOf(user: UserRecord): Language {
    return this.times.timesOf(this.divisionOf(user)).language;
  }

  private divisionOf({ organisationId }: UserRecord): string {
    return this.directory.get(organisationId).divisionCode;
  }
}

function occasionOf({ kind, dueAt, at }: NotificationFacts): Occasion {
  if (kind !== 'reminder') return kind;
  const days = dueAt === null ? 1 : daysLeft(dueAt, at);
  if (days === 0) return 'reminder-at';
  return days > 0 ? 'reminder-before' : 'reminder-after';
}
