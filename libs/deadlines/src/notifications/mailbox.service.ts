import { Injectable } from '@nestjs/common';
import { LawBook } from '#libs/engine';
import { BusinessClock, decodeCursor, type PageQuery, pageOf } from '#libs/platform';
import { LetterWriter } from './letter.writer.js';
import { NoSuchNotificationError } from './notification.error.js';
import type { StoredNotification } from './notification.facts.js';
import { type MailboxPosition, NotificationRepository } from './notification.repository.js';
import type { MailboxPage, NotificationView } from './notification.view.js';
import type { Language } from './templates/letter.js';

/** 站内信: what one person has been told, newest first. */
@Injectable()
export class MailboxService {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly letters: LetterWriter,
    private readonly laws: LawBook,
    private readonly clock: BusinessClock,
  ) {}

  async page(userId: number, { limit, after }: PageQuery, language: Language): Promise<MailboxPage> {
    const [rows, unreadCount] = await Promise.all([
      this.notifications.mailbox(userId, limit + 1, after === undefined ? null : positionOf(after)),
      this.notifications.unreadCount(userId),
    ]);
    const { items, next } = pageOf(rows, limit, (row) => [row.at.getTime(), row.id]);
    return { items: items.map((item) => this.view(item, language)), next, unreadCount };
  }

  async read(id: number, userId: number, language: Language): Promise<NotificationView> {
    const notification = await this.notifications.markRead(id, userId, this.clock.now());
    if (!notification) throw new NoSuchNotificationError(id);
    return this.view(notification, language);
  }

  private view(stored: StoredNotification, language: Language): NotificationView {
    const { id, kind, level, rootId, taskId, caseTitle, taskTitle } = stored;
    return {
      ...this.letters.write(stored, language),
      id,
      kind,
      level,
      rootId,
      taskId,
      caseTitle,
      taskTitle,
      law: stored.law === null ? null : this.laws.cite(stored.law, language),
      dueAt: stored.dueAt?.toISOString() ?? null,
      provisional: stored.isProvisional,
      at: stored.at.toISOString(),
      readAt: stored.readAt?.toISOString() ?? null,
      path: this.letters.pathOf(stored),
    };
  }
}

function positionOf(cursor: string): MailboxPosition {
  const [at, id] = decodeCursor(cursor, 2).map(Number);
  return { at: new Date(at ?? 0), id: id ?? 0 };
}
