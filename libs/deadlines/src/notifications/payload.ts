import type { OutboxDelivery } from '#libs/engine';
import { PermanentDeliveryError } from '../relay/delivery.error.js';

/** An id that a message carries; without it no delivery can succeed. */
export function idIn({ kind, payload }: Pick<OutboxDelivery, 'kind' | 'payload'>, key: string): number {
  const value = payload[key];
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    throw new PermanentDeliveryError(`${kind}: payload.${key} is not an id`);
  }
  return value;
}
