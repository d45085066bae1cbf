import { addMonths, endOfMonth, fromDayNumber, shanghaiDate, toDayNumber } from '../values/plain-date.js';
import type { Scope } from './scope.js';

type FeelFunction = (...args: readonly unknown[]) => unknown;

/** A function of the expression language that FEEL does not have. */
export interface KernelFunction {
  readonly parameters: readonly string[];
  /** True when it reads the step: such a function does not exist in configuration tables. */
  readonly needsStep: boolean;
  readonly bind: (scope: Scope) => FeelFunction;
}

/** `amount / whole > numerator / denominator`, on integers, so that no rounding can move the border. */
function exceedsShare(amount: unknown, whole: unknown, numerator: unknown, denominator: unknown): boolean | null {
  const values = integers([amount, whole, numerator, denominator]);
  if (values === null || values[3] <= 0n) return null;
  return values[0] * values[3] > values[1] * values[2];
}

/** The share rounded down to a whole fen. */
function shareOf(amount: unknown, numerator: unknown, denominator: unknown): number | null {
  const values = integers([amount, numerator, denominator, 1]);
  if (values === null || values[2] <= 0n) return null;
  const product = values[0] * values[1];
  const quotient = product / values[2];
  const floor = product % values[2] < 0n ? quotient - 1n : quotient;
  const result = Number(floor);
  return Number.isSafeInteger(result) ? result : null;
}

type FourIntegers = readonly [bigint, bigint, bigint, bigint];

function integers(values: readonly [unknown, unknown, unknown, unknown]): FourIntegers | null {
  const [a, b, c, d] = values;
  if (!isInteger(a) || !isInteger(b) || !isInteger(c) || !isInteger(d)) return null;
  return [BigInt(a), BigInt(b), BigInt(c), BigInt(d)];
}

function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function plusDays(date: unknown, days: unknown): string | null {
  const start = typeof date === 'string' ? toDayNumber(date) : null;
  return start === null || !isInteger(days) ? null : fromDayNumber(start + days);
}

function plusMonths(date: unknown, months: unknown): string | null {
  return typeof date === 'string' && isInteger(months) ? addMonths(date, months) : null;
}

function lastOfMonth(date: unknown): string | null {
  return typeof date === 'string' ? endOfMonth(date) : null;
}

function daysBetween(from: unknown, to: unknown): number | null {
  const start = typeof from === 'string' ? toDayNumber(from) : null;
  const end = typeof to === 'string' ? toDayNumber(to) : null;
  return start === null || end === null ? null : end - start;
}

function pure(parameters: readonly string[], body: FeelFunction): KernelFunction {
  const tagged = withParameters(body, parameters);
  return { parameters, needsStep: false, bind: () => tagged };
}

function ofStep(parameters: readonly string[], bind: (scope: Scope) => FeelFunction): KernelFunction {
  return { parameters, needsStep: true, bind: (scope) => withParameters(bind(scope), parameters) };
}

/** The interpreter reads the names of a function's parameters from `$args`. */
function withParameters(body: FeelFunction, parameters: readonly string[]): FeelFunction {
  return Object.assign((...args: readonly unknown[]) => body(...args), { $args: [...parameters] });
}

/** The functions that the kernel adds to FEEL, by name. */
export const KERNEL_FUNCTIONS: ReadonlyMap<string, KernelFunction> = new Map([
  ['elapsed', ofStep(['name'], (scope) => (name) => typeof name === 'string' && scope.elapsed.has(name))],
  ['today', ofStep([], (scope) => () => shanghaiDate(scope.facts.at))],
  ['now', ofStep([], (scope) => () => scope.facts.at)],
  ['exceedsShare', pure(['amount', 'whole', 'num', 'den'], exceedsShare)],
  ['shareOf', pure(['amount', 'num', 'den'], shareOf)],
  ['plusDays', pure(['date', 'days'], plusDays)],
  ['plusMonths', pure(['date', 'months'], plusMonths)],
  ['endOfMonth', pure(['date'], lastOfMonth)],
  ['daysBetween', pure(['from', 'to'], daysBetween)],
]);

/**
 * FEEL's own functions that give the same result on every machine at every time.
 * Those on clocks, zones and floating transcendentals are left out.
 */
export const FEEL_FUNCTIONS: ReadonlySet<string> = new Set([
  'not',
  'is',
  'number',
  'string',
  'count',
  'min',
  'max',
  'sum',
  'mean',
  'all',
  'any',
  'product',
  'substring',
  'string length',
  'upper case',
  'lower case',
  'substring before',
  'substring after',
  'replace',
  'contains',
  'matches',
  'starts with',
  'ends with',
  'split',
  'string join',
  'list contains',
  'sublist',
  'append',
  'concatenate',
  'insert before',
  'remove',
  'reverse',
  'index of',
  'union',
  'distinct values',
  'flatten',
  'sort',
  'get value',
  'get entries',
  'context',
  'context put',
  'context merge',
  'floor',
  'ceiling',
  'abs',
  'round up',
  'round down',
  'round half up',
  'round half down',
  'decimal',
  'modulo',
  'odd',
  'even',
]);
