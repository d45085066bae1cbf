import { Injectable } from '@nestjs/common';
import type { OutboxDelivery, OutboxMessage } from '#libs/engine';
import { IdAllocator } from '#libs/platform';
import { DataSource } from 'typeorm';
import { OutboxRepository } from '../relay/outbox.repository.js';
import { Announcer, type AnnouncingTransaction } from './announcer.js';
import type { Announcement } from './notification.facts.js';

/** Tells people because of a delivered message: mailbox rows, and outgoing mail in the same transaction. */
@Injectable()
export class FollowUpWriter {
  constructor(
    private readonly dataSource: DataSource,
    private readonly announcer: Announcer,
    private readonly outbox: OutboxRepository,
    private readonly ids: IdAllocator,
  ) {}

  async tell(delivery: OutboxDelivery, announcement: Announcement): Promise<void> {
    await this.ids.ensure(announcement.userIds.length * 2);
    if (this.announcer.isMailOn) await this.tellAndMail(delivery, announcement);
    else await this.announcer.announce(announcement, this.mailboxOnly());
  }

  /** One statement needs no transaction. */
  private mailboxOnly(): AnnouncingTransaction {
    return { manager: this.dataSource.manager, nextId: () => this.ids.next(), emit: () => undefined };
  }

  private async tellAndMail(delivery: OutboxDelivery, announcement: Announcement): Promise<void> {
    await this.dataSource.transaction('READ COMMITTED', async (manager) => {
      const messages: OutboxMessage[] = [];
      await this.announcer.announce(announcement, {
        manager,
        nextId: () => this.ids.next(),
        emit: (message) => messages.push(message),
      });
      const rows = messages.map((message) => ({ id: this.ids.next(), ...message }));
      await this.outbox.append(manager, delivery.id, rows);
    });
  }
}
