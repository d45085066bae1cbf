import type { DiscoveryService } from '@nestjs/core';

/** Providers whose class carries that metadata, with its value. */
export function discover<T>(discovery: DiscoveryService, key: string): { name: string; instance: T }[] {
  return discovery.getProviders().flatMap((wrapper) => {
    const type: unknown = wrapper.metatype;
    if (typeof type !== 'function' || !wrapper.instance) return [];
    const name: unknown = Reflect.getMetadata(key, type);
    // The decorator stands only on classes that implement T.
    return typeof name === 'string' ? [{ name, instance: wrapper.instance as T }] : [];
  });
}
