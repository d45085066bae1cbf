import { TransientError } from '#libs/platform';

/** Thrown when the mail server is away or asks to come again later; the message is tried again by itself. */
export class MailUnavailableError extends TransientError {
  constructor(cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super({
      code: 'deadlines.mail-unavailable',
      zh: `邮件服务器暂不可用，稍后自动重发：${reason}`,
      en: `The mail server is not available, the message will be sent again: ${reason}`,
      details: { reason },
      cause,
    });
  }
}
