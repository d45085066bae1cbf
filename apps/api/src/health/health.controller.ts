import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { type HealthReport, HealthRegistry, REDIS } from '#libs/platform';
import { Public } from '#libs/identity';

@ApiTags('operations')
@Public()
@Controller('api/health')
export class HealthController {
  constructor(
    private readonly registry: HealthRegistry,
    dataSource: DataSource,
    @Inject(REDIS) redis: Redis,
  ) {
    registry.register('database', async () => {
      await dataSource.query('SELECT 1');
      return { status: 'ok' };
    });
    // Without Redis nothing is lost: alarms are late until the sweeper comes by.
    registry.register('redis', async () => {
      if (redis.status !== 'ready') return { status: 'degraded', detail: redis.status };
      await redis.ping();
      return { status: 'ok' };
    });
  }

  @Get()
  @ApiOperation({ summary: '运行状况', description: '503 when a part that is needed is down' })
  @ApiOkResponse({ schema: { type: 'object' } })
  async read(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthReport> {
    const report = await this.registry.report();
    reply.status(report.status === 'down' ? 503 : 200);
    return report;
  }
}
