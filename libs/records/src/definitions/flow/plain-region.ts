import type { StateSpec } from '#libs/kernel';

export interface PlainRegion {
  readonly waiting: StateSpec;
  readonly over: StateSpec;
}

/** A region that only waits for one thing needs no group of its own. */
export function plainRegion(region: StateSpec): PlainRegion | null {
  const [waiting, over, ...others] = Object.values(region.states);
  if (waiting?.kind !== 'atomic' || over?.kind !== 'final' || others.length > 0) return null;
  const own = [region.on, region.after, region.always, region.onDone, region.entry, region.exit, waiting.always];
  if (own.some((part) => Object.keys(part).length > 0)) return null;
  const [transition, ...more] = [...Object.values(waiting.on), ...Object.values(waiting.after), waiting.onDone].flat();
  return more.length === 0 && transition?.target === over.path ? { waiting, over } : null;
}
