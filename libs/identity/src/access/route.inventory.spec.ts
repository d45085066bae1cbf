import { afterEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test, type TestingModule } from '@nestjs/testing';
import { DirectoriesConfig, Environment } from '#libs/platform';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import { Public } from '../session/public.decorator.js';
import { Requires } from '../session/requires.decorator.js';
import { ByRecord } from './by-record.decorator.js';
import { RouteInventory } from './route.inventory.js';
import { routesOf } from './routes.js';
import { SignedIn } from './signed-in.decorator.js';

@SignedIn()
@Controller('declared')
class DeclaredController {
  @Get()
  ofTheClass(): void {}

  @Get('record')
  @ByRecord()
  ofTheMethod(): void {}

  @Get('permission')
  @Requires('operations.view')
  permitted(): void {}

  noRoute(): void {}
}

@Controller('silent')
class SilentController {
  @Get()
  @Public()
  open(): void {}

  @Get('other')
  forgotten(): void {}
}

@Controller('misspelt')
class MisspeltController {
  @Get()
  @Requires('operation.view')
  read(): void {}
}

let started: TestingModule | null = null;
afterEach(async () => {
  await started?.close();
  started = null;
});

async function start(...controllers: Type[]): Promise<void> {
  started = await Test.createTestingModule({
    imports: [DiscoveryModule],
    controllers,
    providers: [
      RouteInventory,
      { provide: RoleCatalogue, useFactory: () => new RoleCatalogue(new DirectoriesConfig(new Environment({}))) },
    ],
  }).compile();
  await started.init();
}

describe('routesOf', () => {
  it('tells what each route declares, the method before its class', () => {
    expect(routesOf(DeclaredController)).toEqual([
      { name: 'DeclaredController.ofTheClass', access: { kind: 'signed-in' } },
      { name: 'DeclaredController.ofTheMethod', access: { kind: 'record' } },
      { name: 'DeclaredController.permitted', access: { kind: 'permission', permission: 'operations.view' } },
    ]);
  });
});

describe('a process', () => {
  it('starts when every route says who may call it', async () => {
    await expect(start(DeclaredController)).resolves.toBeUndefined();
  });

  it('does not start with a route that says nothing, and names it', async () => {
    await expect(start(DeclaredController, SilentController)).rejects.toMatchObject({
      code: 'identity.undeclared-access',
      details: { routes: ['SilentController.forgotten'] },
    });
  });

  it('does not start with a permission that no role can have', async () => {
    await expect(start(MisspeltController)).rejects.toMatchObject({
      code: 'identity.unknown-permission',
      details: { routes: ['MisspeltController.read'] },
    });
  });
});
