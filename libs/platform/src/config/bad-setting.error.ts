import { DefectError } from '../errors/defect.error.js';

/** Thrown at boot when an environment variable is missing or unreadable; the operator can cure it. */
export class BadSettingError extends DefectError {
  constructor(variable: string, expected: string) {
    super({
      code: 'platform.bad-setting',
      zh: `环境变量 ${variable} 有误:应为${expected}。`,
      en: `Environment variable ${variable} is wrong: expected ${expected}.`,
      details: { variable },
    });
  }
}
