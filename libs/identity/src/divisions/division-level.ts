import { UnknownDivisionError } from './unknown-division.error.js';

/** 行政层级, the highest first. */
export const DIVISION_LEVELS = ['province', 'city', 'county', 'township', 'village'] as const;
export type DivisionLevel = (typeof DIVISION_LEVELS)[number];

/** The length of a code is its level; the code of the level above is its beginning. */
const CODE_LENGTHS: Readonly<Record<DivisionLevel, number>> = {
  province: 2,
  city: 4,
  county: 6,
  township: 9,
  village: 12,
};

export function levelOfCode(code: string): DivisionLevel {
  const level = DIVISION_LEVELS.find((candidate) => CODE_LENGTHS[candidate] === code.length);
  if (!level) throw new UnknownDivisionError(code);
  return level;
}

export function parentCodeOf(code: string): string | null {
  const index = DIVISION_LEVELS.indexOf(levelOfCode(code));
  const parent = DIVISION_LEVELS[index - 1];
  return parent ? code.slice(0, CODE_LENGTHS[parent]) : null;
}

/** The code of the division at that level which this one lies in; null when this one is itself above it. */
export function codeAtLevel(code: string, level: DivisionLevel): string | null {
  const length = CODE_LENGTHS[level];
  return code.length >= length ? code.slice(0, length) : null;
}
