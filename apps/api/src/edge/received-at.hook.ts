import type { BusinessClock } from '#libs/platform';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Business time at the edge, taken before anything waits: who was in time stays in time, however long a lock takes. */
    receivedAt: Date;
  }
}

export function stampReceivedAt(server: FastifyInstance, clock: BusinessClock): void {
  server.addHook('onRequest', (request, _reply, done) => {
    request.receivedAt = clock.now();
    done();
  });
}
