import type { Caller } from '../session/caller.js';
import { type Origin, originOf } from '../session/origin.js';

/** Who administers, and from where. */
export interface Deed {
  readonly caller: Caller;
  readonly origin: Origin;
}

export function deedOf(caller: Caller, request: Parameters<typeof originOf>[0]): Deed {
  return { caller, origin: originOf(request) };
}
