import { UserError } from '#libs/platform';

/** Thrown when the definition does not let this task be entered later than it was done. */
export class LateEntryNotAllowedError extends UserError {
  constructor(task: string) {
    super({
      code: 'engine.late-entry-not-allowed',
      zh: `“${task}”不允许补录；请按实际办理时间提交。`,
      en: `"${task}" may not be entered later than it was done; submit it as of now.`,
      details: { task },
      fields: [{ field: '/lateEntry', rule: 'allowed', zh: '不允许补录', en: 'not allowed here' }],
    });
  }
}

/** Thrown when what is entered later would not have happened yet. */
export class EnteredForFutureError extends UserError {
  constructor(field: string) {
    super({
      code: 'engine.entered-for-future',
      zh: '补录的办理日期不能晚于当前时间。',
      en: 'What is entered later cannot have been done in the future.',
      details: { field },
      fields: [{ field, rule: 'past', zh: '不能晚于当前时间', en: 'must not be in the future' }],
    });
  }
}
