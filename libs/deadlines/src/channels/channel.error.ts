import { TransientError } from '#libs/platform';

/** Thrown when a server is away, busy or asks to come again later; the message is tried again by itself. */
export class ChannelUnavailableError extends TransientError {
  constructor(reason: string, cause?: unknown) {
    super({
      code: 'deadlines.channel-unavailable',
      zh: `发送服务暂不可用，稍后自动重发：${reason}`,
      en: `The server is not available, the message will be sent again: ${reason}`,
      details: { reason },
      cause,
    });
  }
}

/** Thrown when a server took the message and did not answer in time: it may have arrived, and is sent again all the same. */
export class NoAnswerError extends TransientError {
  constructor(waitedMs: number, cause?: unknown) {
    super({
      code: 'deadlines.channel-no-answer',
      zh: `发送服务在 ${waitedMs} 毫秒内没有应答，稍后自动重发。`,
      en: `The server gave no answer within ${waitedMs} ms; the message will be sent again.`,
      details: { waitedMs },
      cause,
    });
  }
}
