import { UserError } from '#libs/platform';

/** Thrown when an address is not (any more) one of a calendar; its owner makes a new one in the account page. */
export class NoCalendarError extends UserError {
  constructor() {
    super({
      code: 'deadlines.no-calendar',
      status: 404,
      zh: '日历订阅地址无效或者已撤销；请在“账号设置”中重新生成。',
      en: 'This calendar address is not valid or has been revoked; make a new one in the account page.',
    });
  }
}
