import { ApiProperty } from '@nestjs/swagger';
import { NOTIFICATION_KINDS, type NotificationKind } from './notification.entity.js';

/** A message as its reader gets it, in the reader's language. */
export class NotificationView {
  @ApiProperty()
  id!: number;

  @ApiProperty({ enum: NOTIFICATION_KINDS })
  kind!: NotificationKind;

  @ApiProperty({ type: String, nullable: true, description: 'Level of the ladder; null unless an escalation' })
  level!: string | null;

  @ApiProperty()
  title!: string;

  @ApiProperty({ description: 'Plain text with line breaks' })
  body!: string;

  @ApiProperty()
  rootId!: number;

  @ApiProperty()
  taskId!: number;

  @ApiProperty()
  caseTitle!: string;

  @ApiProperty()
  taskTitle!: string;

  @ApiProperty({ type: String, nullable: true, description: 'The law that the due time rests on, as it is cited' })
  law!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  dueAt!: string | null;

  @ApiProperty({ description: 'The due time rests on a provisional calendar' })
  provisional!: boolean;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readAt!: string | null;

  @ApiProperty({ description: 'Path in the web application where the reader can act' })
  path!: string;
}

/** A message that its reader has opened. */
export class ReadNotificationView extends NotificationView {
  @ApiProperty({ description: '送达回执：number of the receipt for the first reading' })
  receipt!: string;
}

/** One page of a mailbox, newest first. */
export class MailboxPage {
  @ApiProperty({ type: [NotificationView] })
  items!: NotificationView[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;

  @ApiProperty({ description: 'Unread messages in the whole mailbox' })
  unreadCount!: number;
}
