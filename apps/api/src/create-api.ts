import multipart from '@fastify/multipart';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { BadShapeError, BusinessClock, DirectoriesConfig, HttpConfig, LOGGER, ProblemFilter } from '#libs/platform';
import { MaskingInterceptor } from '#libs/engine';
import { IdentityGuard, RefusalJournal } from '#libs/identity';
import { AppModule } from './app.module.js';
import { serveApiDocument } from './documents/api-document.js';
import { API_PREFIX, OUTSIDE_PREFIX } from './edge/addresses.js';
import { stampReceivedAt } from './edge/received-at.hook.js';
import { addSecurityHeaders } from './edge/security-headers.hook.js';
import { serveWeb } from './edge/static-web.js';
import { serveQueueBoard } from './operations/queue-board.js';

const FILES_AT_ONCE = 1;
const FIELDS_AT_ONCE = 10;

/** The API, wired and ready to listen; tests create it too. */
export async function createApi(): Promise<NestFastifyApplication> {
  const http = new HttpConfig();
  const adapter = new FastifyAdapter({
    bodyLimit: http.bodyLimitBytes,
    forceCloseConnections: 'idle',
    // Behind a proxy all requests come from one address, and one guesser would lock everybody out.
    trustProxy: http.trustedProxies.length > 0 && [...http.trustedProxies],
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, adapter, {
    logger: ['warn', 'error', 'fatal'],
  });
  app.setGlobalPrefix(API_PREFIX, { exclude: [...OUTSIDE_PREFIX] });
  await prepareEdge(app, http);
  guard(app);
  serveApiDocument(app);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  return app;
}

async function prepareEdge(app: NestFastifyApplication, http: HttpConfig): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  stampReceivedAt(server, app.get(BusinessClock));
  addSecurityHeaders(server);
  await app.register(multipart, {
    limits: { fileSize: http.uploadLimitBytes, files: FILES_AT_ONCE, fields: FIELDS_AT_ONCE },
  });
  await serveQueueBoard(app);
  serveWeb(server, app.get(DirectoriesConfig).webDir);
}

function guard(app: NestFastifyApplication): void {
  app.useGlobalFilters(new ProblemFilter(app.get(LOGGER), app.get(RefusalJournal)));
  app.useGlobalGuards(app.get(IdentityGuard));
  app.useGlobalInterceptors(app.get(MaskingInterceptor));
  app.useGlobalPipes(
    new ValidationPipe({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      exceptionFactory: (errors) => new BadShapeError(errors),
    }),
  );
}
