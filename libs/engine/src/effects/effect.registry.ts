import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { EFFECT_NAME, type EffectHandler } from './effect.js';
import { EffectRegistrationError } from './effect.error.js';
import { discover } from './discover.js';

/** Effects by name, found at boot among the providers of all modules. */
@Injectable()
export class EffectRegistry implements OnModuleInit {
  private readonly handlers = new Map<string, EffectHandler>();

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    for (const { name, instance } of discover<EffectHandler>(this.discovery, EFFECT_NAME)) {
      if (this.handlers.has(name)) throw new EffectRegistrationError(name, 'twice');
      this.handlers.set(name, instance);
    }
  }

  names(): ReadonlySet<string> {
    return new Set(this.handlers.keys());
  }

  get(name: string): EffectHandler {
    const handler = this.handlers.get(name);
    if (!handler) throw new EffectRegistrationError(name, 'missing');
    return handler;
  }
}
