import { Injectable, type OnModuleInit, type Type } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { RoleCatalogue } from '../roles/role.catalogue.js';
import { UndeclaredAccessError, UnknownPermissionError } from './access.error.js';
import { routesOf } from './routes.js';

/** All routes of the process; it does not start while one of them says nothing of who may call it. */
@Injectable()
export class RouteInventory implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly catalogue: RoleCatalogue,
  ) {}

  onModuleInit(): void {
    // Nest types a controller's class as any function.
    const controllers = this.discovery.getControllers().flatMap(({ metatype }) => (metatype as Type | null) ?? []);
    const routes = controllers.flatMap(routesOf);
    const silent = routes.filter(({ access }) => access === undefined);
    if (silent.length > 0) throw new UndeclaredAccessError(silent.map(({ name }) => name));
    const unknown = routes.filter(
      ({ access }) => access?.kind === 'permission' && !this.catalogue.permissionNames.has(access.permission),
    );
    if (unknown.length > 0) throw new UnknownPermissionError(unknown.map(({ name }) => name));
  }
}
