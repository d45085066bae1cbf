import { Injectable } from '@nestjs/common';
import type { OutboxMessage } from '#libs/engine';
import { MailConfig } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { SEND_MAIL } from '../relay/outbox.row.js';
import type { Announcement } from './notification.facts.js';
import { NotificationRepository } from './notification.repository.js';

/** The transaction in which people are told. */
export interface AnnouncingTransaction {
  readonly manager: EntityManager;
  nextId(): number;
  emit(message: OutboxMessage): void;
}

/** Puts a message into mailboxes and, where mail is on, sends it on its way through the outbox. */
@Injectable()
export class Announcer {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly mail: MailConfig,
  ) {}

  get isMailOn(): boolean {
    return this.mail.smtpUrl !== null;
  }

  /** Who has been told of the same origin before is not told again. */
  async announce(announcement: Announcement, transaction: AnnouncingTransaction): Promise<void> {
    const tried = await this.notifications.add(transaction.manager, announcement, {
      nextId: () => transaction.nextId(),
      mailState: this.isMailOn ? 'pending' : 'skipped',
    });
    if (!this.isMailOn) return;
    for (const notification of await this.notifications.written(transaction.manager, tried)) {
      transaction.emit({ kind: SEND_MAIL, payload: { notification } });
    }
  }
}
