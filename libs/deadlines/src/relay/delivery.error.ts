import { DefectError } from '#libs/platform';

/** Thrown when trying again cannot help; the message becomes a dead letter at once and a person must act. */
export class PermanentDeliveryError extends DefectError {
  constructor(reason: string, cause?: unknown) {
    super({
      code: 'deadlines.delivery-refused',
      zh: `消息无法投递，重试无效：${reason}。请更正后由管理员重新投递。`,
      en: `The message cannot be delivered, and trying again will not help: ${reason}. Correct it and send again.`,
      details: { reason },
      cause,
    });
  }
}

/** Thrown when no class handles that kind of message; a release is incomplete and we must act. */
export class NoHandlerError extends DefectError {
  constructor(kind: string) {
    super({
      code: 'deadlines.no-outbox-handler',
      zh: `没有程序处理消息类型 ${kind}。`,
      en: `Nothing handles messages of kind ${kind}.`,
      details: { kind },
    });
  }
}
