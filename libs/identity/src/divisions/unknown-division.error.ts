import { UserError } from '#libs/platform';

/** Thrown when a code names no division; the caller can cure it. */
export class UnknownDivisionError extends UserError {
  constructor(code: string) {
    super({
      code: 'identity.unknown-division',
      status: 404,
      zh: `没有代码为“${code}”的行政区划。代码应为2、4、6、9或12位数字。`,
      en: `No division has the code "${code}". Codes have 2, 4, 6, 9 or 12 digits.`,
      details: { code },
    });
  }
}
