import { UserError } from '#libs/platform';

/** Thrown when a receipt or number names no request that the caller may see; the caller checks it. */
export class UnknownAccountRequestError extends UserError {
  constructor() {
    super({
      code: 'identity.unknown-account-request',
      status: 404,
      zh: '没有这份开户申请，请核对回执号。',
      en: 'There is no such request for an account; check the receipt.',
    });
  }
}

/** Thrown when a request was decided already; its state says how. */
export class AccountRequestDecidedError extends UserError {
  constructor() {
    super({
      code: 'identity.account-request-decided',
      status: 409,
      zh: '该开户申请已审核，不能再次操作。',
      en: 'This request was decided already; nothing can be added or decided again.',
    });
  }
}

/** Thrown when an organisation has a request that waits; its receipt tells how that one stands. */
export class AccountRequestPendingError extends UserError {
  constructor() {
    super({
      code: 'identity.account-request-pending',
      status: 409,
      zh: '该单位已有待审核的开户申请，请用原回执号查询进度。',
      en: 'This organisation has a request that waits for review; look it up by its receipt.',
      fields: [{ field: '/creditCode', rule: 'unique', zh: '已有待审核的申请', en: 'a request is waiting' }],
    });
  }
}

/** Thrown when organisations of that kind get their accounts from an administrator; config/roles.yaml says which may ask. */
export class KindNotOpenError extends UserError {
  constructor(kind: string, open: readonly string[]) {
    super({
      code: 'identity.kind-not-open',
      zh: `该类单位不能自行申请开户；可申请的类型：${open.join('、')}。其他单位请联系上级管理员。`,
      en: `Organisations of the kind "${kind}" cannot ask for an account themselves; their administrator opens it.`,
      details: { kind, open },
      fields: [{ field: '/kind', rule: 'open', zh: '该类单位不能自行申请', en: 'not open to this kind' }],
    });
  }
}

/** Thrown when nobody reviews requests of a place that large; the applicant names the county of the registered office. */
export class DivisionTooWideError extends UserError {
  constructor(divisionCode: string) {
    super({
      code: 'identity.division-too-wide',
      zh: '请把住所地填写到县（市、区）。',
      en: 'Name the county of the registered office.',
      details: { divisionCode },
      fields: [{ field: '/divisionCode', rule: 'level', zh: '应填写到县级', en: 'must be a county or below' }],
    });
  }
}

/** Thrown when more documents are added than a review needs; the applicant joins them into fewer files. */
export class TooManyDocumentsError extends UserError {
  constructor(limit: number) {
    super({
      code: 'identity.too-many-documents',
      status: 409,
      zh: `每份申请最多上传${limit}个文件，请合并后上传。`,
      en: `A request takes at most ${limit} documents; join them into fewer files.`,
      details: { limit },
    });
  }
}

/** Thrown when one address asks too often; waiting cures it. */
export class TooManyRequestsError extends UserError {
  constructor(retryAfterSeconds: number) {
    super({
      code: 'identity.too-many-requests',
      status: 429,
      zh: `操作过于频繁，请在${Math.ceil(retryAfterSeconds / 60)}分钟后再试。`,
      en: `Too many requests; try again in ${Math.ceil(retryAfterSeconds / 60)} minutes.`,
      details: { retryAfterSeconds },
    });
  }
}
