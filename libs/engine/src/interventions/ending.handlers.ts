import { Injectable, type OnModuleInit, SetMetadata } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Actor } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { discover } from '../effects/discover.js';

/** A case that ends before its time, or goes on again. */
export interface EndingContext {
  /** Inside the command's transaction. */
  readonly manager: EntityManager;
  readonly rootId: number;
  readonly at: Date;
  readonly actor: Actor | null;
  nextId(): number;
}

/**
 * What a library keeps of a case must follow when the case is cancelled, terminated or voided, and when it is woken.
 * It may refuse with a `UserError`; then nothing happens.
 */
export interface EndingHandler {
  ended(context: EndingContext): Promise<void>;
  woken(context: EndingContext): Promise<void>;
}

const ENDING_HANDLER = 'sanshe:ending';
/** Registers an injectable class; the name is for messages. */
export const HandlesEnding = (name: string): ClassDecorator => SetMetadata(ENDING_HANDLER, name);

/** Those who must follow, found at boot among the providers of all modules. */
@Injectable()
export class EndingHandlers implements OnModuleInit {
  private handlers: readonly EndingHandler[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    this.handlers = discover<EndingHandler>(this.discovery, ENDING_HANDLER).map(({ instance }) => instance);
  }

  async ended(context: EndingContext): Promise<void> {
    for (const handler of this.handlers) await handler.ended(context);
  }

  async woken(context: EndingContext): Promise<void> {
    for (const handler of this.handlers) await handler.woken(context);
  }
}
