import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';
import {
  type RJSFSchema,
  type RJSFValidationError,
  toErrorSchema,
  type ValidationData,
  type ValidatorType,
} from '@rjsf/utils';
import type { Texts } from '../../locales/zh.js';
import { ruleText } from './rule-text.js';

/** Keywords that only say "something below me is wrong". */
const WRAPPERS = new Set([
  'properties',
  'items',
  'prefixItems',
  'additionalItems',
  'allOf',
  'anyOf',
  'if',
  'then',
  'else',
  '$ref',
  '$dynamicRef',
  'dependentSchemas',
  'contains',
]);

/**
 * Validates forms by interpreting their schema. The usual validator compiles it to code with `eval`,
 * which the content security policy forbids. The server validates again; it alone decides.
 */
export function createValidator(texts: Texts): ValidatorType {
  const run = (schema: RJSFSchema, data: unknown) =>
    new Validator(schema as Schema, '2020-12', false).validate(withoutUndefined(data)); // both types describe JSON Schema
  return {
    validateFormData: (data, schema) => {
      const errors = leaves(run(schema, data ?? {}).errors).map((unit) => toFormError(unit, schema, texts));
      return { errors, errorSchema: toErrorSchema(errors) } satisfies ValidationData<unknown>;
    },
    isValid: (schema, data) => run(schema, data).valid,
    rawValidation: <Result>(schema: RJSFSchema, data?: unknown) => ({
      errors: run(schema, data).errors as Result[], // RJSF leaves the shape of raw errors to the validator
    }),
  };
}

/** The innermost causes; below a failed `oneOf` only the choice itself is reported. */
function leaves(units: readonly OutputUnit[]): OutputUnit[] {
  const choices = units.filter((unit) => unit.keyword === 'oneOf').map((unit) => `${unit.keywordLocation}/`);
  return units.filter(
    (unit) => !WRAPPERS.has(unit.keyword) && !choices.some((choice) => unit.keywordLocation.startsWith(choice)),
  );
}

function toFormError(unit: OutputUnit, schema: RJSFSchema, texts: Texts): RJSFValidationError {
  const path = unit.instanceLocation.split('/').slice(1).map(unescapePointer);
  const missing = unit.keyword === 'required' ? /"(.+)"/.exec(unit.error)?.[1] : undefined;
  const property = [...path, ...(missing === undefined ? [] : [missing])];
  const message = ruleText(unit.keyword, valueAt(schema, unit.keywordLocation), texts);
  return { name: unit.keyword, message, property: property.map((part) => `.${part}`).join(''), stack: message };
}

/** The keyword's own value in the schema, e.g. 40 of `maxLength`. */
function valueAt(schema: RJSFSchema, location: string): unknown {
  const path = location.replace(/^#\/?/, '').split('/').map(unescapePointer);
  return path.reduce<unknown>((node, part) => (isRecord(node) ? node[part] : undefined), schema);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function unescapePointer(part: string): string {
  return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
}

/** A field that was emptied is absent, as it will be in the JSON that is sent. */
function withoutUndefined(data: unknown): unknown {
  return data === undefined ? undefined : (JSON.parse(JSON.stringify(data)) as unknown);
}
