import type { FastifyRequest } from 'fastify';

/** Where the board of the queues is served. */
export const QUEUE_BOARD = '/api/operations/queues';
/** Of the system administrator alone. */
export const QUEUE_PERMISSION = 'operations.manage';

const NAME = 'sanshe_queues';
/** Not longer than an access token lives. */
const SECONDS = 900;

/** A page that is opened by its address cannot send a header: the access token goes along as a cookie of that address. */
export function passFor(request: FastifyRequest): string {
  const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
  const secure = request.protocol === 'https' ? '; Secure' : '';
  return `${NAME}=${token}; Path=${QUEUE_BOARD}; Max-Age=${SECONDS}; HttpOnly; SameSite=Strict${secure}`;
}

/** The token in the cookie; null without one. */
export function passIn({ headers }: FastifyRequest): string | null {
  return new RegExp(`(?:^|; )${NAME}=([\\w.-]+)`).exec(headers.cookie ?? '')?.[1] ?? null;
}
