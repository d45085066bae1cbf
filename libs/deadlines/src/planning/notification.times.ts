import { Injectable } from '@nestjs/common';
import { readRegions, RegionalCalendars, RegionBook } from '#libs/engine';
import { isJsonObject } from '#libs/kernel';
import { DirectoriesConfig, MessagingConfig } from '#libs/platform';
import {
  type Delivery,
  type DeliveryTimes,
  type NotificationPolicy,
  type Occasion,
  readNotificationPolicy,
  regionTimes,
} from './notification.policy.js';
import type { ChannelName } from '../channels/channel.js';
import { Timetable } from './timetable.js';

const ALWAYS = { quietHours: { from: '00:00', to: '00:00' }, urgentOnDaysOff: true };

/** config/notifications.yaml with what regions set over it, read at boot. */
@Injectable()
export class NotificationTimes {
  private readonly policy: NotificationPolicy;
  private readonly regions: RegionBook;
  private readonly calendars: RegionalCalendars;
  private readonly times = new Map<string, DeliveryTimes>();
  private readonly timetables = new Map<string, Timetable>();

  constructor(
    directories: DirectoriesConfig,
    private readonly messaging: MessagingConfig,
  ) {
    this.policy = readNotificationPolicy(directories.configDir);
    this.regions = new RegionBook(readRegions(directories.regionsDir).overlays);
    this.calendars = new RegionalCalendars(directories);
    // A region's mistake keeps the system from starting, and names its file.
    for (const { code } of this.regions.overlays) this.timesOf(code);
  }

  deliveryOf(occasion: Occasion): Delivery {
    const delivery = this.policy.delivery[occasion];
    return this.isAtOnce && delivery === 'digest' ? 'now' : delivery;
  }

  /** Channels that organisations of that kind are reached by, on or off. */
  channelsOf(kind: string): readonly ChannelName[] {
    return this.policy.channels.kinds[kind] ?? this.policy.channels.default;
  }

  timesOf(divisionCode: string): DeliveryTimes {
    const known = this.times.get(divisionCode) ?? this.readTimes(divisionCode);
    this.times.set(divisionCode, known);
    return known;
  }

  /** Of the county: all its townships and villages keep the same hours. */
  timetableOf(divisionCode: string): Timetable {
    const county = divisionCode.slice(0, 6);
    const known = this.timetables.get(county);
    if (known) return known;
    const timetable = new Timetable(this.calendars.of(this.regions.calendars(county)), this.timesOf(county));
    this.timetables.set(county, timetable);
    return timetable;
  }

  private readTimes(divisionCode: string): DeliveryTimes {
    const { language, digestAt, quietHours, urgentOnDaysOff } = this.policy;
    const configured = this.regions
      .chain(divisionCode)
      .map(({ file, content }) => [file, content['notifications']] as const)
      .reduce<DeliveryTimes>(
        (times, [file, set]) => (isJsonObject(set) ? { ...times, ...regionTimes(file, set) } : times),
        { language, digestAt, quietHours, urgentOnDaysOff },
      );
    return this.isAtOnce ? { ...configured, ...ALWAYS } : configured;
  }

  private get isAtOnce(): boolean {
    return this.messaging.timing === 'at-once';
  }
}
