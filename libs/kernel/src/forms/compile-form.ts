import { type ErrorObject, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Json, JsonObject } from '../definition/language.js';
import type { Problem, Result } from '../definition/problem.js';
import { isJsonObject } from '../values/value-type.js';
import { phraseOf } from './form-messages.js';
import { ENGLISH_TITLE, normaliseFormSchema, type SubSchema, subSchemas } from './form-schema.js';
import { FORM_FORMATS } from './formats.js';

/** One field that does not keep the rules of its form. */
export interface FormProblem {
  /** JSON pointer into the payload, e.g. `/lines/0/amount`. */
  readonly pointer: string;
  /** Keyword of JSON Schema that is broken. */
  readonly keyword: string;
  readonly message: { readonly zh: string; readonly en: string };
}

/** A form (表单) ready to check payloads. */
export interface CompiledForm {
  readonly name: string;
  /** The schema with `title` and `description` in Chinese and the English texts beside them. */
  readonly schema: JsonObject;
  validate(payload: Json): FormProblem[];
}

/** Checks a form schema (JSON Schema 2020-12) and compiles it. */
export function compileForm(schema: JsonObject, name: string): Result<CompiledForm> {
  const normalised = normaliseFormSchema(schema);
  const parts = subSchemas(normalised);
  const open = parts
    .filter(isOpenObject)
    .map(({ pointer }) =>
      problem(
        name,
        'open-object',
        `the object schema at \`${pointer === '' ? '/' : pointer}\` accepts unknown fields`,
        'Add `additionalProperties: false`.',
      ),
    );
  if (open.length > 0) return { ok: false, problems: open };
  try {
    const validate = ajvFor(parts).compile(normalised);
    return {
      ok: true,
      value: { name, schema: normalised, validate: (payload) => check(validate, normalised, payload) },
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      problems: [
        problem(
          name,
          'bad-schema',
          `the schema is not correct: ${reason}`,
          `Correct it by JSON Schema 2020-12; formats are ${Object.keys(FORM_FORMATS).join(', ')}.`,
        ),
      ],
    };
  }
}

/** `if`, `allOf` and the like add conditions to an object that is closed elsewhere; only a typed object must be closed itself. */
function isOpenObject({ schema }: SubSchema): boolean {
  const type = schema['type'];
  const isObject = type === 'object' || (Array.isArray(type) && type.includes('object'));
  return isObject && schema['additionalProperties'] !== false && schema['unevaluatedProperties'] !== false;
}

function ajvFor(parts: readonly SubSchema[]): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    allowUnionTypes: true,
  });
  for (const [format, { type, validate }] of Object.entries(FORM_FORMATS)) {
    ajv.addFormat(format, type === 'number' ? { type, validate } : { type, validate });
  }
  const own = new Set(parts.flatMap(({ schema }) => Object.keys(schema).filter((key) => key.startsWith('x-'))));
  ajv.addVocabulary([...own]);
  return ajv;
}

function check(validate: ValidateFunction, schema: JsonObject, payload: Json): FormProblem[] {
  if (validate(payload)) return [];
  const errors = (validate.errors ?? []).filter((error) => error.keyword !== 'if');
  return errors.map((error) => {
    const pointer = pointerOf(error);
    const phrase = phraseOf(error);
    const title = titleAt(schema, pointer);
    return {
      pointer,
      keyword: error.keyword,
      message: { zh: `${title.zh}${phrase.zh}`, en: `${title.en} ${phrase.en}` },
    };
  });
}

/** A missing or superfluous field is named itself, not the object around it. */
function pointerOf({ instancePath, params }: ErrorObject): string {
  // Ajv types the parameters of its errors as any.
  const known = params as {
    readonly missingProperty?: string;
    readonly additionalProperty?: string;
    readonly unevaluatedProperty?: string;
  };
  const field = known.missingProperty ?? known.additionalProperty ?? known.unevaluatedProperty;
  return field === undefined ? instancePath : `${instancePath}/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function titleAt(schema: JsonObject, pointer: string): { readonly zh: string; readonly en: string } {
  const names = pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  const field = names.reduce<JsonObject | null>((at, name) => (at === null ? null : fieldOf(at, name)), schema);
  const last = names.at(-1);
  if (last === undefined) return { zh: '表单', en: 'The form' };
  const zh = field?.['title'];
  const en = field?.[ENGLISH_TITLE];
  const position = /^\d+$/.test(last)
    ? { zh: `第${Number(last) + 1}项`, en: `Entry ${Number(last) + 1}` }
    : { zh: `“${last}”`, en: `"${last}"` };
  return {
    zh: typeof zh === 'string' && zh !== '' ? `“${zh}”` : position.zh,
    en: typeof en === 'string' ? `"${en}"` : typeof zh === 'string' && zh !== '' ? `"${zh}"` : position.en,
  };
}

function fieldOf(schema: JsonObject, name: string): JsonObject | null {
  const properties = schema['properties'];
  const field = isJsonObject(properties) ? properties[name] : undefined;
  if (isJsonObject(field)) return field;
  const items = schema['items'];
  return /^\d+$/.test(name) && isJsonObject(items) ? items : null;
}

function problem(file: string, code: string, message: string, hint: string): Problem {
  return { code, file, line: 0, message, hint };
}
