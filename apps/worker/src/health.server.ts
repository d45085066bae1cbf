import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DeadlineStatus } from '#libs/deadlines';
import { HealthRegistry, HttpConfig, LOGGER, METRICS, WorkerConfig } from '#libs/platform';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const NOT_FOUND: Answer = { status: 404, type: JSON_TYPE, body: '{"code":"worker.not-found"}' };

/** The worker's only door: `GET /health` for the launcher and people, `GET /metrics` for Prometheus. */
@Injectable()
export class HealthServer implements OnApplicationBootstrap, OnModuleDestroy {
  private server: Server | null = null;

  constructor(
    private readonly health: HealthRegistry,
    private readonly status: DeadlineStatus,
    private readonly http: HttpConfig,
    private readonly worker: WorkerConfig,
    @Inject(METRICS) private readonly metrics: Registry,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const server = createServer((request, response) => void this.handle(request, response));
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.worker.port, this.http.host, resolve);
    });
    this.logger.info({ port: this.port }, 'health page of the worker');
  }

  /** The port that is listened on, also when a free one was asked for. */
  get port(): number {
    // A server that listens on TCP has an AddressInfo.
    return (this.server?.address() as AddressInfo | null)?.port ?? 0;
  }

  onModuleDestroy(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, type, body } = await this.answer(request).catch(asFailure);
    response.writeHead(status, { 'content-type': type }).end(body);
  }

  private async answer({ method, url }: IncomingMessage): Promise<Answer> {
    if (method !== 'GET') return NOT_FOUND;
    if (url === '/health') return this.healthPage();
    if (url === '/metrics') return { status: 200, type: this.metrics.contentType, body: await this.metrics.metrics() };
    return NOT_FOUND;
  }

  /** Degraded still serves: only a part that is down makes it 503. */
  private async healthPage(): Promise<Answer> {
    const [health, worker] = await Promise.all([this.health.report(), this.status.report().catch(() => null)]);
    const isDown = health.status === 'down' || worker === null;
    return { status: isDown ? 503 : 200, type: JSON_TYPE, body: JSON.stringify({ ...health, worker }) };
  }
}

function asFailure(error: unknown): Answer {
  const detail = error instanceof Error ? error.message : String(error);
  return { status: 500, type: JSON_TYPE, body: JSON.stringify({ code: 'worker.failed', detail }) };
}
