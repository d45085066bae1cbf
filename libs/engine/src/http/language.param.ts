import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { prefersEnglish } from '#libs/platform';
import type { FastifyRequest } from 'fastify';
import type { Language } from '../language/language.js';

/** Hands the caller's language to a controller method: English if Accept-Language puts it first. */
export const InLanguage = createParamDecorator(
  (_: unknown, context: ExecutionContext): Language =>
    prefersEnglish(context.switchToHttp().getRequest<FastifyRequest>()) ? 'en' : 'zh',
);
