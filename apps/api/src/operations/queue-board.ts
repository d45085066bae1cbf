import { createBoard } from './bull-board.js';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Queue } from 'bullmq';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Redis } from 'ioredis';
import { ALARM_QUEUE } from '#libs/deadlines';
import { IdentityGuard, may, PermissionMissingError, RefusalJournal } from '#libs/identity';
import { ClockConfig, LOGGER, ProblemFilter, REDIS, RedisConfig } from '#libs/platform';
import { passIn, QUEUE_BOARD, QUEUE_PERMISSION } from './queue-board.pass.js';

/**
 * bull-board over the alarms, to look at alone: the rows in the database are the truth, and what Redis loses comes back
 * from there, so there is nothing to mend by hand. Not a route of Nest: it declares its door here.
 */
export async function serveQueueBoard(app: NestFastifyApplication): Promise<void> {
  const queue = new Queue(ALARM_QUEUE, { connection: app.get<Redis>(REDIS), prefix: app.get(RedisConfig).prefix });
  // Redis being away is seen by its status; BullMQ repeats it on every command.
  queue.on('error', () => undefined);
  const guard = doorOf(app);
  const title = `${app.get(ClockConfig).isTraining ? '【培训】' : ''}三社 · 闹钟队列`;
  await app.register(async (server: FastifyInstance) => {
    server.addHook('onRequest', guard);
    server.addHook('onClose', () => queue.close());
    await server.register(createBoard(queue, QUEUE_BOARD, title), { prefix: QUEUE_BOARD });
  });
}

/** As for every other route: a login that holds, the permission, and a refusal that is recorded. */
function doorOf(app: NestFastifyApplication): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const identity = app.get(IdentityGuard);
  const filter = new ProblemFilter(app.get(LOGGER), app.get(RefusalJournal));
  return (request, reply) => {
    try {
      const pass = passIn(request);
      if (pass !== null) request.headers.authorization ??= `Bearer ${pass}`;
      if (!may(identity.identify(request), QUEUE_PERMISSION)) throw new PermissionMissingError(QUEUE_PERMISSION);
    } catch (error) {
      filter.catch(error, new ExecutionContextHost([request, reply]));
    }
    return Promise.resolve();
  };
}
