import type { Type } from '@nestjs/common';
import { MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS, type Access } from './access.js';

/** A route and what it declares. */
export interface Route {
  /** `<controller>.<method>` */
  readonly name: string;
  readonly access: Access | undefined;
}

/** Nest's own key: a method with it answers requests. */
const PATH = 'path';
const scanner = new MetadataScanner();
const reflector = new Reflector();

/** Every route of a controller, also of those that the API document leaves out. */
export function routesOf(controller: Type): readonly Route[] {
  // Methods of a class, as its prototype holds them.
  const prototype = controller.prototype as Readonly<Record<string, (...args: unknown[]) => unknown>>;
  return scanner.getAllMethodNames(prototype).flatMap((method) => {
    const handler = prototype[method];
    if (!handler || !Reflect.hasMetadata(PATH, handler)) return [];
    const access = reflector.getAllAndOverride<Access | undefined>(ACCESS, [handler, controller]);
    return [{ name: `${controller.name}.${method}`, access }];
  });
}
