import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Registry } from 'prom-client';
import { METRICS } from '#libs/platform';
import { IdentityGuard, may, Public } from '#libs/identity';
import { MetricsForbiddenError } from './metrics-forbidden.error.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** For a monitor on this machine, or for whoever may see how the system runs. */
@ApiExcludeController()
@Public()
@Controller('api/metrics')
export class MetricsController {
  constructor(
    @Inject(METRICS) private readonly metrics: Registry,
    private readonly identity: IdentityGuard,
  ) {}

  @Get()
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!isLocal(request) && !may(this.identity.identify(request), 'operations.view'))
      throw new MetricsForbiddenError();
    await reply.header('content-type', this.metrics.contentType).send(await this.metrics.metrics());
  }
}

/** A request that a proxy passed on comes from elsewhere, whatever its socket says. */
function isLocal(request: FastifyRequest): boolean {
  const isForwarded = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  return LOOPBACK.has(request.socket.remoteAddress ?? '') && !isForwarded;
}
