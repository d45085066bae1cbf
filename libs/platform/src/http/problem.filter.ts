import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject, Optional } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { DefectError } from '../errors/defect.error.js';
import { type FieldProblem, SansheError } from '../errors/sanshe.error.js';
import { TransientError } from '../errors/transient.error.js';
import { UserError } from '../errors/user.error.js';
import { LOGGER } from '../logging/logger.js';
import { REFUSAL_OBSERVER, type RefusalObserver } from './refusal.observer.js';
import { shapeProblems } from './shape.problem.js';

const RETRY_AFTER_SECONDS = 1;

/** RFC 9457 problem details, with a stable `code` and one entry per wrong field. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly instance: string;
  readonly errors?: readonly FieldProblem[];
  readonly [extension: string]: unknown;
}

/** The one place where errors become HTTP answers. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    @Optional() @Inject(REFUSAL_OBSERVER) private readonly observer?: RefusalObserver,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = toProblem(error, request);
    if (problem.status >= 500)
      this.logger.error({ err: error, url: request.url, code: problem.code }, 'request failed');
    if (error instanceof UserError) this.observer?.refused(request, error);
    if (problem.status === 503) void reply.header('retry-after', String(RETRY_AFTER_SECONDS));
    void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(problem);
  }
}

/** Chinese unless the caller prefers English. */
export function prefersEnglish(request: FastifyRequest): boolean {
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '');
}

export function toProblem(error: unknown, request: FastifyRequest): ProblemDetails {
  const known = asKnown(error, request);
  const title = prefersEnglish(request) ? known.text.en : known.text.zh;
  return {
    type: `urn:sanshe:problem:${known.code}`,
    title,
    status: statusOf(known),
    code: known.code,
    detail: title,
    text: known.text,
    instance: request.url,
    ...(known instanceof UserError && known.fields.length > 0 ? { errors: known.fields } : {}),
    ...(known instanceof DefectError ? {} : { details: known.details }),
  };
}

function statusOf(error: SansheError): number {
  if (error instanceof UserError) return error.status;
  return error instanceof TransientError ? 503 : 500;
}

function asKnown(error: unknown, request: FastifyRequest): SansheError {
  if (error instanceof SansheError) return error;
  const path = pathOf(request);
  if (error instanceof HttpException) return shapeProblems(error, path);
  if (isFastifyRefusal(error)) return shapeProblems(new HttpException(error.message, error.statusCode), path);
  return new DefectError({
    code: 'platform.defect',
    zh: '系统内部错误,操作未生效;已记录,请稍后重试或联系管理员。',
    en: 'Internal error: nothing was changed. It has been recorded; try again or tell the administrator.',
    cause: error,
  });
}

/** Parts of the address that the route names. */
function pathOf({ params }: FastifyRequest): Readonly<Record<string, unknown>> {
  return typeof params === 'object' && params !== null ? { ...params } : {};
}

function isFastifyRefusal(error: unknown): error is Error & { statusCode: number } {
  if (!(error instanceof Error) || !('statusCode' in error)) return false;
  return typeof error.statusCode === 'number' && error.statusCode >= 400 && error.statusCode < 500;
}
