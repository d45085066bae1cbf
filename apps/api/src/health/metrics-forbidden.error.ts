import { UserError } from '#libs/platform';

/** Thrown when somebody without `operations.view` asks for metrics from another machine; the administrator may. */
export class MetricsForbiddenError extends UserError {
  constructor() {
    super({
      code: 'api.metrics-forbidden',
      status: 403,
      zh: '无权查看系统运行指标；请由系统管理员查看。',
      en: 'You may not see the metrics; the administrator may.',
    });
  }
}
