import type { FastifyRequest } from 'fastify';
import type { UserError } from '../errors/user.error.js';

/** Is told of every request that was refused because of what its sender asked for. It must not wait, and not fail. */
export interface RefusalObserver {
  refused(request: FastifyRequest, error: UserError): void;
}

export const REFUSAL_OBSERVER = Symbol('RefusalObserver');
