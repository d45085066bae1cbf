import { Injectable } from '@nestjs/common';
import { IdAllocator } from '#libs/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { CHANNEL_NAMES } from '../channels/channel.js';
import { Announcer, type AnnouncingTransaction } from './announcer.js';
import type { Announcement } from './notification.facts.js';

/** A notification, and one sending for each channel. */
const IDS_PER_PERSON = 1 + CHANNEL_NAMES.length;

/** Tells people because of a delivered message: mailbox rows, and what leaves the house in the same transaction. */
@Injectable()
export class FollowUpWriter {
  constructor(
    private readonly dataSource: DataSource,
    private readonly announcer: Announcer,
    private readonly ids: IdAllocator,
  ) {}

  async tell(announcement: Announcement): Promise<void> {
    await this.ids.ensure(announcement.userIds.length * IDS_PER_PERSON);
    // One statement needs no transaction.
    if (!this.announcer.leavesTheHouse) await this.announce(announcement, this.dataSource.manager);
    else await this.dataSource.transaction('READ COMMITTED', (manager) => this.announce(announcement, manager));
  }

  private announce(announcement: Announcement, manager: EntityManager): Promise<void> {
    const transaction: AnnouncingTransaction = { manager, nextId: () => this.ids.next() };
    return this.announcer.announce(announcement, transaction);
  }
}
