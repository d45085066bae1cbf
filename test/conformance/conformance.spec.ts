import { describe, expect, it } from '@jest/globals';
import { BRANCHES, conformanceCases, type ConformanceCase } from './case-table.js';
import { REFUSAL_WORDS } from './refusal-words.js';
import { RoundDesk } from './round-desk.js';

const CASES = conformanceCases();

describe('the conformance suite', () => {
  it('has at least 200 rows, each with a number of its own and for each kind of branch', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(200);
    expect(new Set(CASES.map(({ id }) => id)).size).toBe(CASES.length);
    for (const branch of BRANCHES) expect(CASES.filter((row) => row.branch === branch).length).toBeGreaterThan(20);
  });

  it('says in each row how the task was handed on', () => {
    const wrong = CASES.filter((row) => row.handedOn !== handedOnIn(row));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('refuses for each of its reasons', () => {
    const reasons = CASES.flatMap(({ actions }) => actions.flatMap(({ refused }) => refused ?? []));
    expect([...new Set(reasons)].sort()).toEqual(Object.keys(REFUSAL_WORDS).sort());
  });
});

describe('a round of the kernel', () => {
  it.each(CASES.map((row) => [row.id, row] as const))('keeps to the row %s', (_, row) => {
    const desk = new RoundDesk(row);
    for (const action of row.actions) {
      const expected = action.refused === null ? null : REFUSAL_WORDS[action.refused]?.round;
      expect({ [action.text]: desk.act(action) }).toEqual({ [action.text]: expected });
    }
    expect({ outcome: desk.outcome, todo: desk.todo }).toEqual({ outcome: row.outcome, todo: row.todo });
  });
});

function handedOnIn({ actions }: ConformanceCase): string {
  const ways = [
    ...(actions.some(({ onBehalfOf }) => onBehalfOf !== null) ? ['代理'] : []),
    ...(actions.some(({ deed }) => deed.does === 'transfer') ? ['转办'] : []),
    ...(actions.some(({ deed }) => deed.does === 'delegate') ? ['委派'] : []),
  ];
  return ways.join('、') || '无';
}
