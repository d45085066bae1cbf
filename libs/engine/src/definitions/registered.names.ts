import type { Type } from '@nestjs/common';
import { EFFECT_NAME } from '../effects/effect.js';
import { VIEW_SOURCE } from '../views/read-view.js';

/** Names that definitions may use: what the modules' providers declare. Needs no running application. */
export interface RegisteredNames {
  readonly effects: ReadonlySet<string>;
  readonly views: ReadonlySet<string>;
}

export function registeredNames(modules: readonly Type[]): RegisteredNames {
  const providers = modules.flatMap((module) => providersOf(module));
  return { effects: namesOf(providers, EFFECT_NAME), views: namesOf(providers, VIEW_SOURCE) };
}

function providersOf(module: Type): object[] {
  const providers: unknown = Reflect.getMetadata('providers', module);
  return Array.isArray(providers)
    ? providers.filter((provider): provider is object => typeof provider === 'function')
    : [];
}

function namesOf(providers: readonly object[], key: string): ReadonlySet<string> {
  const names = providers.map((provider): unknown => Reflect.getMetadata(key, provider));
  return new Set(names.filter((name): name is string => typeof name === 'string'));
}
