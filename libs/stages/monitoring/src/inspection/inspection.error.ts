import { UserError } from '#libs/platform';

/** Thrown when a date lies where it cannot lie; the caller corrects it. */
export class DateOutsideError extends UserError {
  constructor(field: string, zh: string, en: string) {
    super({
      code: 'monitoring.date-outside',
      zh: `日期不符合要求：${zh};请更正。`,
      en: `The date is not possible: ${en}.`,
      fields: [{ field, rule: 'date-range', zh, en }],
    });
  }
}
