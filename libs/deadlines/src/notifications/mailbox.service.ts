import { Injectable } from '@nestjs/common';
import { LawBook, ReceiptBook } from '#libs/engine';
import type { Caller } from '#libs/identity';
import { BusinessClock, decodeCursor, type PageQuery, pageOf } from '#libs/platform';
import { LetterWriter } from './letter.writer.js';
import { NoSuchNotificationError } from './notification.error.js';
import type { StoredNotification } from './notification.facts.js';
import { type MailboxPosition, NotificationRepository } from './notification.repository.js';
import type { MailboxPage, NotificationView, ReadNotificationView } from './notification.view.js';
import type { Language } from './templates/letter.js';

type Reader = Pick<Caller, 'userId' | 'organisationId'>;

/** 站内信: what one person has been told, newest first. */
@Injectable()
export class MailboxService {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly letters: LetterWriter,
    private readonly laws: LawBook,
    private readonly clock: BusinessClock,
    private readonly receipts: ReceiptBook,
  ) {}

  async page(userId: number, { limit, after }: PageQuery, language: Language): Promise<MailboxPage> {
    const [rows, unreadCount] = await Promise.all([
      this.notifications.mailbox(userId, limit + 1, after === undefined ? null : positionOf(after)),
      this.notifications.unreadCount(userId),
    ]);
    const { items, next } = pageOf(rows, limit, (row) => [row.at.getTime(), row.id]);
    return { items: items.map((item) => this.view(item, language)), next, unreadCount };
  }

  /** 已阅: the first reading counts, and gives a receipt. */
  async read(id: number, reader: Reader, language: Language): Promise<ReadNotificationView> {
    const notification = await this.notifications.markRead(id, reader.userId, this.clock.now());
    if (!notification) throw new NoSuchNotificationError(id);
    return { ...this.view(notification, language), receipt: await this.receiptOf(notification, reader) };
  }

  private receiptOf(stored: StoredNotification, reader: Reader): Promise<string> {
    const { id, kind, rootId, taskId, caseTitle, taskTitle, at, readAt } = stored;
    const content = { kind, rootId, taskId, caseTitle, taskTitle, at: at.toISOString() };
    const notice = { kind: 'notice', subjectId: id, rootId, reader, at: readAt ?? this.clock.now(), content } as const;
    return this.receipts.issue(notice);
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
