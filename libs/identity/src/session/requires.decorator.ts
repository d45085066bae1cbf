import { SetMetadata } from '@nestjs/common';

export const REQUIRED_PERMISSION = 'identity:permission';

/** The route needs a permission of config/roles.yaml, whatever a process says. */
export const Requires = (permission: string): MethodDecorator & ClassDecorator =>
  SetMetadata(REQUIRED_PERMISSION, permission);
