import { Injectable } from '@nestjs/common';
import { HandlesOutbox, type OutboxDelivery, type OutboxHandler } from '#libs/engine';
import { OrganisationDirectory } from '#libs/identity';
import { SystemClock } from '#libs/platform';
import { LetterWriter } from '../notifications/letter.writer.js';
import { NotificationRepository } from '../notifications/notification.repository.js';
import type { StoredNotification } from '../notifications/notification.facts.js';
import { idIn } from '../notifications/payload.js';
import { MailChannel } from './mail.channel.js';

const SUBJECT_PREFIX = '【三社】';

/** E-mail of one notification: sent once, unless a crash falls between sending and noting it. */
@Injectable()
@HandlesOutbox('deadlines.send-mail')
export class SendMailHandler implements OutboxHandler {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly letters: LetterWriter,
    private readonly directory: OrganisationDirectory,
    private readonly channel: MailChannel,
    private readonly clock: SystemClock,
  ) {}

  async deliver(delivery: OutboxDelivery): Promise<void> {
    const notification = await this.notifications.byId(idIn(delivery, 'notification'));
    if (notification?.mailState !== 'pending') return;
    const isSent = await this.send(notification);
    await this.notifications.markMail(notification.id, isSent ? 'sent' : 'skipped', this.clock.now());
  }

  /** False when there is no way to reach the person by mail. */
  private async send(notification: StoredNotification): Promise<boolean> {
    const user = this.directory.user(notification.userId);
    if (!this.channel.isOn || !user?.email) return false;
    const { title, body } = this.letters.write(notification, 'zh');
    await this.channel.send({
      to: { name: user.name, address: user.email },
      subject: `${SUBJECT_PREFIX}${title}`,
      text: `${user.name}：\n${body}\n`,
      messageId: `<n-${notification.id}@sanshe>`,
    });
    return true;
  }
}
