import { addPlainDays, epochDayOf, isPlainDate, type PlainDate, plainDateOf } from './plain-date.js';

/** A moment: ISO 8601 in UTC with milliseconds, e.g. `2026-02-28T16:00:00.000Z`. */
export type Instant = string;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Asia/Shanghai is UTC+8 all year round (no summer time since 1991), so no zone data is needed. */
const LOCAL_OFFSET_MS = 8 * HOUR_MS;
/** The zone is required: without it a text would mean another moment on another machine. */
const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const WALL_CLOCK = /^([01]\d|2[0-4]):([0-5]\d)$/;

/** Milliseconds since the epoch. A text that is no instant is a defect of the caller. */
export function epochMsOf(instant: Instant): number {
  const day = INSTANT.exec(instant)?.[1];
  const ms = Date.parse(instant);
  if (!day || !isPlainDate(day) || !Number.isFinite(ms))
    throw new RangeError(`Not an instant: "${instant}". Expected ISO 8601 with its zone.`);
  return ms;
}

/** Inverse of `epochMsOf`. */
export function instantOf(epochMs: number): Instant {
  return new Date(epochMs).toISOString();
}

/** The local day on which a moment lies. Midnight lies on the day that begins with it. */
export function localDate(instant: Instant): PlainDate {
  return plainDateOf(Math.floor((epochMsOf(instant) + LOCAL_OFFSET_MS) / DAY_MS));
}

/**
 * The local day that a moment belongs to when periods are counted: as `localDate`, but a moment exactly at
 * midnight is the 24:00 that closes the day before. So a period that starts when another one ran out
 * (its `dueAt` is such a midnight) does not gain a day.
 */
export function eventDate(instant: Instant): PlainDate {
  return localDate(instantOf(epochMsOf(instant) - 1));
}

/** 00:00 local of a day. */
export function startOfDay(date: PlainDate): Instant {
  return instantOf(epochDayOf(date) * DAY_MS - LOCAL_OFFSET_MS);
}

/** 24:00 local of a day, which is the same instant as 00:00 of the next one. */
export function endOfDay(date: PlainDate): Instant {
  return startOfDay(addPlainDays(date, 1));
}

/** A wall clock time `HH:MM` (00:00–24:00) on a local day. */
export function atLocalTime(date: PlainDate, wallClock: string): Instant {
  const match = WALL_CLOCK.exec(wallClock);
  if (!match) throw new RangeError(`Not a time of day: "${wallClock}". Expected HH:MM between 00:00 and 24:00.`);
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return instantOf(epochMsOf(startOfDay(date)) + minutes * 60_000);
}

/** `YYYY-MM-DD HH:MM` local, as officers read it. */
export function localDateTime(instant: Instant): string {
  return instantOf(epochMsOf(instant) + LOCAL_OFFSET_MS)
    .slice(0, 16)
    .replace('T', ' ');
}
