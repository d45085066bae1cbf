import { SetMetadata } from '@nestjs/common';
import type { JsonObject } from '#libs/kernel';

/** A message that has left its transaction. Delivered at least once; `id` is the same each time. */
export interface OutboxDelivery {
  readonly id: number;
  readonly rootId: number;
  readonly kind: string;
  readonly payload: JsonObject;
  readonly at: Date;
}

/** Handles one kind of message after commit; must be idempotent by the delivery's id. */
export interface OutboxHandler {
  deliver(delivery: OutboxDelivery): Promise<void>;
}

export const OUTBOX_KIND = 'sanshe:outbox';
/** Registers an injectable class as the handler of that kind. */
export const HandlesOutbox = (kind: string): ClassDecorator => SetMetadata(OUTBOX_KIND, kind);
