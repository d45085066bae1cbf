import { describe, expect, it } from '@jest/globals';
import { OfficeHours } from './office.hours.js';

const office = new OfficeHours();
const open = (local: string) =>
  new Date(office.openFrom(Date.parse(`${local}+08:00`)) + 8 * 3_600_000).toISOString().slice(0, 16);

describe('office hours', () => {
  it.each([
    ['2026-03-02T10:15:00', '2026-03-02T10:15'],
    ['2026-03-02T00:00:00', '2026-03-02T09:00'],
    ['2026-03-02T17:30:00', '2026-03-02T17:30'],
    ['2026-03-02T17:31:00', '2026-03-03T09:00'],
    // Friday evening, the holidays of spring, and a Saturday that is worked.
    ['2026-03-06T20:00:00', '2026-03-09T09:00'],
    ['2026-02-14T18:00:00', '2026-02-24T09:00'],
    ['2026-02-13T18:00:00', '2026-02-14T09:00'],
  ])('at %s people work from %s', (from, opens) => {
    expect(open(from)).toBe(opens);
  });
});
