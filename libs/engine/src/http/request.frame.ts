import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { UserError } from '#libs/platform';
import type { FastifyRequest } from 'fastify';
import type { Json } from '#libs/kernel';
import type { IdempotencyRequest } from '../commands/command.runner.js';

/** Thrown when the Idempotency-Key header is not a usable key; the caller sends 1–80 printable characters. */
export class BadIdempotencyKeyError extends UserError {
  constructor() {
    super({
      code: 'engine.bad-idempotency-key',
      status: 400,
      zh: '请求头 Idempotency-Key 应为 1–80 个字母、数字或 . _ - 字符。',
      en: 'The header Idempotency-Key must be 1–80 letters, digits or . _ - characters.',
      fields: [{ field: '/headers/idempotency-key', rule: 'pattern', zh: '格式不符', en: 'bad format' }],
    });
  }
}

/** What every command takes from the request beside its body. */
export interface RequestFrame {
  /** Business time at the API's edge, before anything waited. */
  readonly receivedAt: Date;
  readonly idempotency: IdempotencyRequest | undefined;
}

/** Hands the frame to a controller method. */
export const Frame = createParamDecorator((_: unknown, context: ExecutionContext): RequestFrame => {
  const request = context.switchToHttp().getRequest<FastifyRequest & { receivedAt: Date }>();
  return { receivedAt: request.receivedAt, idempotency: idempotencyOf(request) };
});

/** The caller's key with what it stands for: method, path and body. */
function idempotencyOf(request: FastifyRequest): IdempotencyRequest | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[A-Za-z0-9._-]{1,80}$/.test(key)) throw new BadIdempotencyKeyError();
  // The body is JSON: it was parsed by the server and checked by the DTO before.
  return { key, body: [request.method, request.url, (request.body ?? null) as Json] };
}
