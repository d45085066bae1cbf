import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import type { Type } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { routesOf } from '#libs/identity';
import { AppModule } from '../../apps/api/src/app.module.js';

interface Operation {
  readonly 'x-access'?: { readonly kind: string };
}
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

describe('every endpoint of the API', () => {
  it('declares who may call it', async () => {
    const app = await NestFactory.create(AppModule, new FastifyAdapter(), { preview: true, logger: false });
    const controllers = [...app.get(ModulesContainer).values()].flatMap((module) =>
      [...module.controllers.values()].map(({ metatype }) => metatype as Type),
    );
    const routes = controllers.flatMap(routesOf);
    expect(routes.length).toBeGreaterThan(50);
    expect(routes.filter(({ access }) => access === undefined).map(({ name }) => name)).toEqual([]);
  });

  it('says so in the committed API document', () => {
    const { paths } = JSON.parse(readFileSync('apps/api/openapi.json', 'utf8')) as { paths: Paths };
    const silent = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, operation]) => (operation['x-access'] ? [] : [`${method} ${path}`])),
    );
    expect(silent).toEqual([]);
  });
});
