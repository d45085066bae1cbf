import { describe, expect, it } from '@jest/globals';
import { remaining } from './remaining.js';

const at = (local: string) => new Date(`${local}+08:00`).getTime();
const due = (local: string) => new Date(`${local}+08:00`).toISOString();

describe('remaining', () => {
  it.each([
    ['2026-03-06T00:00', '2026-03-03T10:00', { kind: 'left', days: 2 }],
    ['2026-03-06T00:00', '2026-03-05T00:00', { kind: 'today' }],
    ['2026-03-06T00:00', '2026-03-05T23:59', { kind: 'today' }],
    ['2026-03-05T17:30', '2026-03-05T16:00', { kind: 'hours', hours: 2 }],
    ['2026-03-06T00:00', '2026-03-06T00:00', { kind: 'overdue', days: 1 }],
    ['2026-03-06T00:00', '2026-03-09T09:00', { kind: 'overdue', days: 4 }],
    ['2026-03-05T12:00', '2026-03-05T13:00', { kind: 'overdue', days: 0 }],
  ])('due %s seen at %s', (dueAt, now, expected) => {
    expect(remaining(due(dueAt), at(now))).toEqual(expected);
  });
});
