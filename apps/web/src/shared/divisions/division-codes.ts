export const LEVELS = ['province', 'city', 'county', 'township', 'village'] as const;
export type DivisionLevel = (typeof LEVELS)[number];

/** Length of a division code at each level: 51, 5134, 513431, 513431102, 513431102201. */
const LENGTHS: Readonly<Record<DivisionLevel, number>> = { province: 2, city: 4, county: 6, township: 9, village: 12 };

export function levelOf(code: string): DivisionLevel {
  return LEVELS.find((level) => LENGTHS[level] === code.length) ?? 'province';
}

/** Codes of all levels down to that division, the province first; absent where the code is too short. */
export function ancestorCodes(code: string): (string | undefined)[] {
  return LEVELS.map((level) => (code.length >= LENGTHS[level] ? code.slice(0, LENGTHS[level]) : undefined));
}
