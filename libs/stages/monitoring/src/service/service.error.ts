import { DefectError, UserError } from '#libs/platform';

/** Thrown when a definition opens monitoring without one contractor; whoever wrote it can cure it. */
export class NoContractorError extends DefectError {
  constructor(relation: string, count: number) {
    super({
      code: 'monitoring.no-contractor',
      zh: `开始监管时，关系“${relation}”应有一家单位，实际 ${count} 家。`,
      en: `Monitoring begins with one organisation as "${relation}", there are ${count}.`,
      details: { relation, count },
    });
  }
}

/** Thrown when records are written for a project whose service has not begun or is over. */
export class NotServingError extends UserError {
  constructor(rootId: number) {
    super({
      code: 'monitoring.not-serving',
      status: 409,
      zh: '本项目不在服务实施期，不能登记服务记录；请核对项目所处环节。',
      en: 'The service of this project is not under way; look at where the project stands.',
      details: { rootId },
    });
  }
}
