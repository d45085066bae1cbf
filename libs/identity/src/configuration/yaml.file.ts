import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Ajv2020, type JSONSchemaType, type ErrorObject } from 'ajv/dist/2020.js';
import { parse, YAMLParseError } from 'yaml';
import { BadConfigurationError } from './bad-configuration.error.js';

const ajv = new Ajv2020({ allErrors: true, useDefaults: true, strict: true, allowUnionTypes: true });

/** A YAML file checked against its schema: what comes out has the shape that its type says. */
export function readYamlFile<T>(path: string, schema: object): T {
  const file = basename(path);
  return checkedContent(file, parseFile(path, file), schema);
}

/** As `readYamlFile`, for a part that has been read already; `file` is what a complaint names. */
export function checkedContent<T>(file: string, content: unknown, schema: object): T {
  const validate = ajv.compile<T>(schema as JSONSchemaType<T>); // The schemas stand beside their types.
  if (validate(content)) return content;
  throw new BadConfigurationError(file, (validate.errors ?? []).map(sentence));
}

function parseFile(path: string, file: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof YAMLParseError) throw new BadConfigurationError(file, [error.message]);
    throw error;
  }
}

function sentence({ instancePath, message, params }: ErrorObject): string {
  const extra = 'additionalProperty' in params ? ` (${String(params['additionalProperty'])})` : '';
  return `${instancePath === '' ? '/' : instancePath} ${message ?? 'is wrong'}${extra}`;
}
