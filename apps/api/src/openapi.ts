import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { API_PREFIX, OUTSIDE_PREFIX } from './edge/addresses.js';
import { buildApiDocument } from './documents/api-document.js';

/**
 * Writes apps/api/openapi.json, from which the web's client is generated; `--check` only compares.
 * Preview mode creates no provider, so neither MariaDB nor Redis is needed.
 */
const FILE = resolve('apps/api/openapi.json');

const app = await NestFactory.create(AppModule, new FastifyAdapter(), { preview: true, logger: ['error', 'fatal'] });
app.setGlobalPrefix(API_PREFIX, { exclude: [...OUTSIDE_PREFIX] });
const document = `${JSON.stringify(buildApiDocument(app), null, 2)}\n`;

if (!process.argv.includes('--check')) {
  writeFileSync(FILE, document);
} else if (readFileSync(FILE, 'utf8') !== document) {
  process.stderr.write(
    'apps/api/openapi.json is not what the controllers say; run `npm run build && npm run openapi`.\n',
  );
  process.exitCode = 1;
}
process.exit();
