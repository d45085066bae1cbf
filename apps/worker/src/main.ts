import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { LOGGER } from '#libs/platform';
import type { Logger } from 'pino';
import { WorkerModule } from './worker.module.js';

const app = await NestFactory.createApplicationContext(WorkerModule, {
  logger: ['error', 'warn'],
  abortOnError: false,
});
app.enableShutdownHooks();
app.get<Logger>(LOGGER).info('worker is ready');
