import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

/**
 * Who may call a route, declared on the method or its class:
 * `public` everybody; `signed-in` every person with a login, each seeing what is theirs;
 * `record` what stands in the way is the record: it is seen or answers as if it were not there, and its people act;
 * `permission` a permission of config/roles.yaml, whatever a process says.
 */
export type Access =
  | { readonly kind: 'public' | 'signed-in' | 'record' }
  | { readonly kind: 'permission'; readonly permission: string };

export const ACCESS = 'identity:access';

/** The declaration for the guard, and in the API document as `x-access`. */
export function declares(access: Access): MethodDecorator & ClassDecorator {
  return applyDecorators(SetMetadata(ACCESS, access), ApiExtension('x-access', access));
}
