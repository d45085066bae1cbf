import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { discover } from '../effects/discover.js';
import { OUTBOX_KIND, type OutboxHandler } from './outbox.handler.js';

/** Handlers of outbox messages by kind, found at boot; the relay asks here. */
@Injectable()
export class OutboxRegistry implements OnModuleInit {
  private readonly handlers = new Map<string, OutboxHandler>();

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    for (const { name, instance } of discover<OutboxHandler>(this.discovery, OUTBOX_KIND))
      this.handlers.set(name, instance);
  }

  get(kind: string): OutboxHandler | undefined {
    return this.handlers.get(kind);
  }
}
