import { UserError } from '#libs/platform';

/** Thrown when an organisation responds a second time; nothing can be done, each responds once. */
export class RespondedAlreadyError extends UserError {
  constructor() {
    super({
      code: 'procurement.responded-already',
      status: 409,
      zh: '本单位已提交响应文件；每家供应商只能提交一次。',
      en: 'Your organisation has responded already; each supplier responds once.',
    });
  }
}
