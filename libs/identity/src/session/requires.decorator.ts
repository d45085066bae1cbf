import { declares } from '../access/access.js';

/** The route needs a permission of config/roles.yaml, whatever a process says. */
export const Requires = (permission: string): MethodDecorator & ClassDecorator =>
  declares({ kind: 'permission', permission });
