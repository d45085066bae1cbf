import { UserError } from '../errors/user.error.js';

/** Thrown when somebody sets business time in an installation that runs on real time; only the operator can allow it. */
export class ClockNotSettableError extends UserError {
  constructor() {
    super({
      code: 'platform.clock-not-settable',
      status: 403,
      zh: '本系统按真实时间运行,不能调整业务时钟;培训环境请以 SANSHE_CLOCK=settable 启动。',
      en: 'This installation runs on real time; start a training installation with SANSHE_CLOCK=settable.',
    });
  }
}
