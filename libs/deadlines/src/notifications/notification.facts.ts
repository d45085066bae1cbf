import type { NotificationKind } from './notification.entity.js';

/** What a message is about; from these facts its text is made in either language. */
export interface NotificationFacts {
  readonly kind: NotificationKind;
  readonly level: string | null;
  readonly rootId: number;
  readonly taskId: number;
  readonly caseTitle: string;
  readonly taskTitle: string;
  readonly responsible: string;
  readonly law: string | null;
  readonly dueAt: Date | null;
  readonly isProvisional: boolean;
  readonly at: Date;
}

/** The same facts for several people. */
export interface Announcement extends NotificationFacts {
  readonly origin: string;
  readonly userIds: readonly number[];
}

/** A message as it lies in one person's mailbox. */
export interface StoredNotification extends NotificationFacts {
  readonly id: number;
  readonly userId: number;
  readonly readAt: Date | null;
}
