import type { Json, ParameterSpec } from '../definition/language.js';
import { isNotLonger, parseDuration } from './duration.js';

/** Why a value lies outside what the law lets a parameter be. */
export interface BoundProblem {
  readonly code: 'below-minimum' | 'above-maximum' | 'not-comparable';
  readonly message: string;
  readonly hint: string;
}

/** Checks a value of the right type against `min` and `max`; null when it keeps them. */
export function boundProblem(name: string, value: Json, spec: ParameterSpec): BoundProblem | null {
  return belowMinimum(name, value, spec) ?? aboveMaximum(name, value, spec);
}

function belowMinimum(name: string, value: Json, spec: ParameterSpec): BoundProblem | null {
  if (spec.min === undefined) return null;
  const isKept = isAtMost(spec.min, value, spec);
  if (isKept === true) return null;
  if (isKept === null) return notComparable(name, value, spec.min, spec);
  return {
    code: 'below-minimum',
    message: `the parameter \`${name}\` is ${show(value)}, below the minimum ${show(spec.min)}${lawOf(spec)}`,
    hint: `Set it to ${show(spec.min)} or more.`,
  };
}

function aboveMaximum(name: string, value: Json, spec: ParameterSpec): BoundProblem | null {
  if (spec.max === undefined) return null;
  const isKept = isAtMost(value, spec.max, spec);
  if (isKept === true) return null;
  if (isKept === null) return notComparable(name, value, spec.max, spec);
  return {
    code: 'above-maximum',
    message: `the parameter \`${name}\` is ${show(value)}, above the maximum ${show(spec.max)}${lawOf(spec)}`,
    hint: `Set it to ${show(spec.max)} or less.`,
  };
}

function notComparable(name: string, value: Json, bound: Json, spec: ParameterSpec): BoundProblem {
  return {
    code: 'not-comparable',
    message: `the parameter \`${name}\` is ${show(value)}, and without a calendar nobody can tell whether it keeps the bound ${show(bound)}${lawOf(spec)}`,
    hint: `Write it in the unit of the bound, like ${show(bound)}.`,
  };
}

function lawOf(spec: ParameterSpec): string {
  return spec.law === undefined ? '' : ` that ${spec.law} sets`;
}

/** Null when the two cannot be compared. */
function isAtMost(low: Json, high: Json, spec: ParameterSpec): boolean | null {
  if (spec.type === 'duration') return isDurationAtMost(low, high);
  if (typeof low === 'number' && typeof high === 'number') return low <= high;
  if (spec.type === 'date' && typeof low === 'string' && typeof high === 'string') return low <= high;
  return null;
}

function isDurationAtMost(low: Json, high: Json): boolean | null {
  const short = typeof low === 'string' ? parseDuration(low) : null;
  const long = typeof high === 'string' ? parseDuration(high) : null;
  if (short === null || long === null || short.negative || long.negative) return null;
  return isNotLonger(short, long);
}

function show(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
