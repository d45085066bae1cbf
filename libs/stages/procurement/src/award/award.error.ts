import { DefectError } from '#libs/platform';

/** Thrown when a definition awards a response that is not in the round; whoever wrote it can cure it. */
export class UnknownResponseError extends DefectError {
  constructor(responseId: number) {
    super({
      code: 'procurement.unknown-response',
      zh: '流程定义确认了不存在的响应文件。',
      en: 'The definition awards a response that does not exist.',
      details: { responseId },
    });
  }
}
