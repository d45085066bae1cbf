import type { HttpException, ValidationError } from '@nestjs/common';
import type { FieldProblem } from '../errors/sanshe.error.js';
import { UserError, type UserErrorStatus } from '../errors/user.error.js';

const STATUSES: readonly UserErrorStatus[] = [400, 401, 403, 404, 405, 409, 413, 415, 422, 429];

const TEXTS: Partial<Record<UserErrorStatus, { code: string; zh: string; en: string }>> = {
  401: { code: 'platform.not-signed-in', zh: '请先登录。', en: 'Sign in first.' },
  404: { code: 'platform.not-found', zh: '没有这个地址或记录。', en: 'There is no such address or record.' },
  413: { code: 'platform.body-too-large', zh: '请求内容超过大小上限。', en: 'The body is over the size limit.' },
  415: { code: 'platform.media-type', zh: '请求内容类型不受支持。', en: 'The media type is not supported.' },
};

/** Nest's and Fastify's own refusals in the house's words. */
export function shapeProblems(error: HttpException): UserError {
  const status = STATUSES.find((known) => known === error.getStatus()) ?? 400;
  const text = TEXTS[status] ?? { code: 'platform.bad-request', zh: `请求有误:${error.message}`, en: error.message };
  return new UserError({ ...text, status, cause: error });
}

/** Thrown when a body or query does not have the declared shape; names each field and rule. */
export class BadShapeError extends UserError {
  constructor(errors: readonly ValidationError[]) {
    const fields = errors.flatMap((error) => fieldsOf(error, ''));
    super({
      code: 'platform.bad-shape',
      status: 400,
      zh: `请求内容不符合要求:${fields.map((field) => `${field.field} ${field.zh}`).join(';')}`,
      en: `The request does not have the declared shape: ${fields.map((field) => `${field.field} ${field.en}`).join('; ')}`,
      fields,
    });
  }
}

function fieldsOf(error: ValidationError, prefix: string): FieldProblem[] {
  const field = `${prefix}/${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    field,
    rule,
    zh: message,
    en: message,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldsOf(child, field))];
}
