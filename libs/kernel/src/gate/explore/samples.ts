import type { DecisionInput } from '../../decisions/decision.js';
import type { Json, ValueType } from '../../definition/language.js';
import { fromDayNumber, toDayNumber } from '../../values/plain-date.js';

/** A text that no definition compares with. */
const OTHER_TEXT = '…';
const SOME_DAY = '2026-01-05';

/**
 * Values that lie on and between constants, `reach` steps to each side: enough for as many terms as are compared
 * with each other there. Numbers are whole, as all counts and amounts of the language are.
 */
export function samplesAround(
  constants: readonly Json[],
  reach: number,
  type: ValueType | null,
): readonly [Json, ...Json[]] {
  const wanted = type ?? typeOf(constants);
  const around = constants.flatMap((constant) => neighbours(constant, Math.max(reach, 1)));
  const fitting = [...new Set(around)].filter((value) => value === null || fits(value, wanted));
  const [first, ...rest] = fitting.some((value) => value !== null) ? fitting : [...usual(wanted, reach), ...fitting];
  const texts = wanted === 'string' || wanted === null ? [OTHER_TEXT] : [];
  return [first ?? OTHER_TEXT, ...rest, ...(first === OTHER_TEXT || rest.includes(OTHER_TEXT) ? [] : texts)];
}

/** Without those that nobody named and that no table may be asked with. */
export function withinDomains(
  samples: readonly [Json, ...Json[]],
  constants: readonly Json[],
  domains: readonly DecisionInput[],
): readonly [Json, ...Json[]] {
  const [first, ...rest] = samples.filter(
    (sample) => constants.includes(sample) || domains.every((domain) => isInDomain(sample, domain)),
  );
  return first === undefined ? samples : [first, ...rest];
}

function isInDomain(sample: Json, { enum: texts, min, max }: DecisionInput): boolean {
  if (typeof sample === 'number') return sample >= (min ?? sample) && sample <= (max ?? sample);
  return typeof sample !== 'string' || texts === undefined || texts.includes(sample);
}

function neighbours(constant: Json, reach: number): readonly Json[] {
  const steps = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach);
  if (typeof constant === 'number') return [constant, ...steps.map((step) => Math.floor(constant) + step)];
  const day = typeof constant === 'string' ? toDayNumber(constant) : null;
  return day === null ? [constant] : steps.map((step) => fromDayNumber(day + step));
}

/** The type of the constants when they all have one. */
function typeOf(constants: readonly Json[]): ValueType | null {
  const types = new Set(constants.filter((constant) => constant !== null).map(plainType));
  const [only] = types;
  return types.size === 1 ? (only ?? null) : null;
}

function plainType(constant: Json): ValueType | null {
  if (typeof constant === 'number') return 'integer';
  if (typeof constant === 'boolean') return 'boolean';
  if (typeof constant === 'string') return toDayNumber(constant) === null ? 'string' : 'date';
  return null;
}

function fits(value: Json, type: ValueType | null): boolean {
  switch (type) {
    case 'integer':
    case 'money':
      return Number.isSafeInteger(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'string':
      return typeof value === 'string';
    case 'date':
      return typeof value === 'string' && toDayNumber(value) !== null;
    default:
      return true;
  }
}

function usual(type: ValueType | null, reach: number): readonly Json[] {
  switch (type) {
    case 'integer':
    case 'money':
      return Array.from({ length: reach + 2 }, (_, index) => index);
    case 'boolean':
      return [false, true];
    case 'date':
      return neighbours(SOME_DAY, reach);
    default:
      return [OTHER_TEXT];
  }
}
