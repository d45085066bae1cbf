import { UserError } from '#libs/platform';

/** Thrown when the draft was changed from elsewhere (another window); the caller reads it again. */
export class StaleDraftError extends UserError {
  constructor(given: number, actual: number) {
    super({
      code: 'engine.draft-stale',
      status: 409,
      zh: `草稿已在别处修改（您看到的是第 ${given} 版，现为第 ${actual} 版）；请重新载入后再保存。`,
      en: `The draft was changed elsewhere (you saw version ${given}, it is now ${actual}); load it again before you save.`,
      details: { given, actual },
      fields: [{ field: '/version', rule: 'current', zh: `应为 ${actual}`, en: `must be ${actual}` }],
    });
  }
}

/** Thrown when a draft is larger than what is kept; the caller leaves out the long parts or attaches a file. */
export class DraftTooLargeError extends UserError {
  constructor(bytes: number, limit: number) {
    super({
      code: 'engine.draft-too-large',
      status: 413,
      zh: `草稿过大（${bytes} 字节，上限 ${limit} 字节）；请将较长内容作为附件上传。`,
      en: `The draft is too large (${bytes} bytes, at most ${limit}); attach the long parts as files.`,
      details: { bytes, limit },
      fields: [{ field: '/form', rule: 'maxSize', zh: `不超过 ${limit} 字节`, en: `at most ${limit} bytes` }],
    });
  }
}
