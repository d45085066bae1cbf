import type { Json, JsonObject } from '#libs/kernel';
import { mapAt, type RegionKey, type RegionOverlay, valueAt } from './region.overlay.js';

/** Digits of the codes of province, city and county: the order in which they override each other. */
const LEVEL_DIGITS = [2, 4, 6];

/** A value that a region sets, and where it stands. */
export interface RegionSetting {
  readonly overlay: RegionOverlay;
  readonly value: Json;
  readonly line: number;
}

/** What holds in a division: province → city → county, the nearest wins. */
export class RegionBook {
  private readonly byCode: ReadonlyMap<string, RegionOverlay>;

  constructor(readonly overlays: readonly RegionOverlay[]) {
    this.byCode = new Map(overlays.map((overlay) => [overlay.code, overlay]));
  }

  /** Overlays over a division, the nearest last. */
  chain(division: string): readonly RegionOverlay[] {
    const codes = LEVEL_DIGITS.filter((digits) => division.length >= digits).map((digits) => division.slice(0, digits));
    return [...new Set(codes)].flatMap((code) => this.byCode.get(code) ?? []);
  }

  /** Values by name that hold in a division, e.g. of `parameters`, `budgeting.standard`. */
  values(division: string, key: RegionKey, group?: string): JsonObject {
    const path = group === undefined ? [key] : [key, group];
    return Object.fromEntries(this.chain(division).flatMap(({ content }) => Object.entries(mapAt(content, path))));
  }

  /** Every region that sets that value, the nearest last. */
  settings(division: string, path: readonly string[]): readonly RegionSetting[] {
    return this.chain(division).flatMap((overlay) => {
      const value = valueAt(overlay.content, path);
      return value === undefined ? [] : [{ overlay, value, line: overlay.lineOf(`/${path.join('/')}`) }];
    });
  }

  /** Names of the calendar overlays that a division adds to the national calendar, in order. */
  calendars(division: string): readonly string[] {
    return [...new Set(this.chain(division).flatMap(({ content }) => namesIn(content)))];
  }

  /** Calendar overlays that belong to some region, and so do not hold everywhere. */
  regionalCalendars(): ReadonlySet<string> {
    return new Set(this.overlays.flatMap(({ content }) => namesIn(content)));
  }
}

function namesIn(content: JsonObject): readonly string[] {
  const names = content['calendars'];
  return Array.isArray(names) ? names.filter((name): name is string => typeof name === 'string') : [];
}
