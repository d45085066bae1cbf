import { Injectable } from '@nestjs/common';
import { OrganisationDirectory, type UserRecord } from '#libs/identity';
import { IdAllocator } from '#libs/platform';
import { CHANNEL_NAMES } from '../channels/channel.js';
import { DeliveryPlanner } from '../planning/delivery.planner.js';
import type { NewSending } from './sending.row.js';

/** Whom digests go to, when, and by which channels. */
@Injectable()
export class DigestPeople {
  constructor(
    private readonly directory: OrganisationDirectory,
    private readonly planner: DeliveryPlanner,
    private readonly ids: IdAllocator,
  ) {}

  /** Reserves what one person's digest and its sendings need. */
  prepare(): Promise<void> {
    return this.ids.ensure(1 + CHANNEL_NAMES.length);
  }

  nextId(): number {
    return this.ids.next();
  }

  /** Null for who has left, or is reached by no channel. */
  byId(userId: number): UserRecord | null {
    const user = this.directory.user(userId);
    return user && this.planner.channelsOf(user).length > 0 ? user : null;
  }

  /** The next digest, when this is no time to write to that person; null when it is. */
  laterThan(user: UserRecord, now: Date): Date | null {
    const open = this.planner.timetableOf(user).firstOpen(now, { isUrgent: false });
    return open > now ? this.next(user, now) : null;
  }

  next(user: UserRecord, now: Date): Date {
    return this.planner.timetableOf(user).nextDigest(now);
  }

  sendingsOf(user: UserRecord, digestId: number, now: Date): NewSending[] {
    return this.planner.channelsOf(user).map(({ name }) => ({
      id: this.ids.next(),
      userId: user.id,
      channel: name,
      subject: 'digest',
      subjectId: digestId,
      rootId: 0,
      notBefore: now,
    }));
  }
}
