import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { chinaCalendar } from '../holidays/china-calendar.js';
import { computeDeadline } from './compute-deadline.js';

interface Vector {
  readonly rule: string;
  readonly from: string;
  readonly period: string;
  readonly due: string;
  /** Last day before it moved to a working day; of periods that can end on a day off. */
  readonly counted?: string;
}

const FILE = new URL('../testing/counted-vectors.json', import.meta.url);
const { vectors } = JSON.parse(readFileSync(FILE, 'utf8')) as { vectors: Vector[] };
const calendar = chinaCalendar();

describe('deadlines that were counted a second time in another way', () => {
  it('are at least two hundred, of every rule', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(200);
    expect(new Set(vectors.map(({ rule }) => rule)).size).toBe(5);
  });

  it.each([...new Set(vectors.map(({ rule }) => rule))])('agree by %s', (rule) => {
    const ours = vectors
      .filter((vector) => vector.rule === rule)
      .map((vector) => {
        const { dueDate, countedTo } = computeDeadline({ from: vector.from, period: vector.period, calendar });
        return { ...vector, due: dueDate, ...(vector.counted === undefined ? {} : { counted: countedTo }) };
      });
    expect(ours).toEqual(vectors.filter((vector) => vector.rule === rule));
  });
});
