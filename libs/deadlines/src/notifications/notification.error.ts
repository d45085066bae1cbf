import { UserError } from '#libs/platform';

/** Thrown when a message is not in the caller's mailbox; whether it lies in another one is not told. */
export class NoSuchNotificationError extends UserError {
  constructor(id: number) {
    super({
      code: 'deadlines.no-such-notification',
      status: 404,
      zh: `您的消息中没有编号 ${id} 的通知；请刷新消息列表。`,
      en: `There is no notification ${id} in your mailbox; reload the list.`,
      details: { id },
    });
  }
}
