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

/** The whole body, as a JSON pointer. */
const WHOLE = '';
const TOO_LARGE: FieldProblem = { field: WHOLE, rule: 'maxBytes', zh: '请求内容过大', en: 'the body is too large' };
const NOT_JSON: FieldProblem = { field: WHOLE, rule: 'json', zh: '不是有效的 JSON', en: 'not valid JSON' };

/** Nest's and Fastify's own refusals in the house's words; `path` are the parts of the address, as given. */
export function shapeProblems(error: HttpException, path: Readonly<Record<string, unknown>> = {}): UserError {
  const status = STATUSES.find((known) => known === error.getStatus()) ?? 400;
  const fields = refusedFields(error, status, path);
  const text = TEXTS[status] ?? badRequest(error, fields);
  return new UserError({ ...text, status, cause: error, fields });
}

function refusedFields(error: HttpException, status: number, path: Readonly<Record<string, unknown>>): FieldProblem[] {
  if (status === 413) return [TOO_LARGE];
  if (status === 400 && error.message.includes('not valid JSON')) return [NOT_JSON];
  if (status !== 400 || !error.message.includes('numeric string is expected')) return [];
  const bad = Object.entries(path).filter(([name, value]) => /^id$|Id$/.test(name) && !/^\d+$/.test(String(value)));
  return bad.map(([name]) => ({ field: `/${name}`, rule: 'isInt', zh: '应为整数', en: 'must be an integer' }));
}

function badRequest(error: HttpException, fields: readonly FieldProblem[]) {
  const [first] = fields;
  if (!first) return { code: 'platform.bad-request', zh: `请求有误:${error.message}`, en: error.message };
  const where = first.field === WHOLE ? '' : `${first.field} `;
  return { code: 'platform.bad-shape', zh: `请求有误:${where}${first.zh}。`, en: `Bad request: ${where}${first.en}.` };
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
