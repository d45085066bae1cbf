import type { Json, ParameterSpec } from '../definition/language.js';
import { boundProblem } from './bounds.js';
import { durationFault } from './duration-fault.js';
import { isOfType, TYPE_EXAMPLES } from './value-type.js';

/** Why a parameter cannot have a value: one sentence and what to write instead. */
export interface ParameterFault {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** Whether a value is of the declared type and within the bounds that the law sets; null when it is. */
export function parameterFault(name: string, value: Json, spec: ParameterSpec): ParameterFault | null {
  if (isOfType(value, spec.type)) return lengthFault(value, spec) ?? boundProblem(name, value, spec);
  return {
    code: 'wrong-type',
    message: `the parameter \`${name}\` is ${JSON.stringify(value)}, not a ${spec.type}`,
    hint: `Write ${TYPE_EXAMPLES[spec.type]}.`,
  };
}

function lengthFault(value: Json, { type }: ParameterSpec): ParameterFault | null {
  return type === 'duration' && typeof value === 'string' ? durationFault(value) : null;
}
