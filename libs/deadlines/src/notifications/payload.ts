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

/** Ids that a message carries; none at all is a list too. */
export function idsIn({ kind, payload }: Pick<OutboxDelivery, 'kind' | 'payload'>, key: string): number[] {
  const value = payload[key];
  if (!Array.isArray(value)) throw new PermanentDeliveryError(`${kind}: payload.${key} is not a list of ids`);
  return value.map((_, index) => idIn({ kind, payload: { [key]: value[index] as number } }, key));
}
