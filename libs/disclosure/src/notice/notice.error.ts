import { UserError } from '#libs/platform';

/** Thrown when there is no notice of that number; the reader looks in the list. */
export class UnknownNoticeError extends UserError {
  constructor(id: number) {
    super({
      code: 'disclosure.unknown-notice',
      status: 404,
      zh: '没有这份公告；请从公告列表查找。',
      en: 'There is no such notice; look in the list.',
      details: { id },
    });
  }
}
