import { UserError } from '#libs/platform';

/** Thrown when a form hands back a masked value that is none of this case; the caller enters the whole value. */
export class ForeignSealedValueError extends UserError {
  constructor(fields: readonly string[]) {
    super({
      code: 'engine.foreign-sealed-value',
      zh: '表单中的脱敏信息不属于本案件，请重新填写完整信息。',
      en: 'A masked value of the form is none of this case; enter the whole value.',
      fields: fields.map((field) => ({
        field: `/form${field}`,
        rule: 'sealed',
        zh: '请重新填写完整信息',
        en: 'enter the whole value',
      })),
    });
  }
}

/** Thrown when a sealed value is not there, was erased, or lies in a case that the caller does not see. */
export class UnknownSealedValueError extends UserError {
  constructor() {
    super({
      code: 'engine.unknown-sealed-value',
      status: 404,
      zh: '没有这条信息，或您无权查看。',
      en: 'There is no such value, or it is not for you to see.',
    });
  }
}
