import {
  type CountedBackSpec,
  type DecisionUse,
  type Json,
  type ParameterSpec,
  VALUE_TYPES,
  type VariableSpec,
  type ViewSpec,
} from './language.js';
import { readExpressions } from './read-values.js';
import { defined, type Fields, type Reading } from './reading.js';
import type { YamlNode } from './yaml-node.js';

type Named<T> = { readonly [name: string]: T };

/** What a region may set. */
export function readParameters(reading: Reading, node: YamlNode | undefined): Named<ParameterSpec> {
  return readNamed(reading, node, 'parameter', (entry) => {
    const fields = reading.fields(entry, 'a parameter', [
      'type',
      'default',
      'min',
      'max',
      'law',
      'suspendable',
      'title',
    ]);
    requireKeys(reading, entry, fields, ['type', 'default']);
    return defined({
      type: reading.oneOf(fields.get('type'), 'the type of a parameter', VALUE_TYPES) ?? 'object',
      default: jsonOf(fields, 'default') ?? null,
      min: jsonOf(fields, 'min'),
      max: jsonOf(fields, 'max'),
      law: reading.text(fields.get('law'), '`law`'),
      suspendable: fields.has('suspendable') ? reading.texts(fields.get('suspendable'), 'a cause') : undefined,
      title: reading.localized(fields.get('title')),
    });
  });
}

/** Typed context; without a default a variable begins as null, "not set". */
export function readVariables(reading: Reading, node: YamlNode | undefined): Named<VariableSpec> {
  return readNamed(reading, node, 'variable', (entry) => {
    const fields = reading.fields(entry, 'a variable', ['type', 'default', 'enum', 'title']);
    requireKeys(reading, entry, fields, ['type']);
    return defined({
      type: reading.oneOf(fields.get('type'), 'the type of a variable', VALUE_TYPES) ?? 'object',
      default: jsonOf(fields, 'default') ?? null,
      enum: fields
        .get('enum')
        ?.items()
        .map((item) => item.json()),
      title: reading.localized(fields.get('title')),
    });
  });
}

/** Deadlines counted back from a date. */
export function readDeadlines(reading: Reading, node: YamlNode | undefined): Named<CountedBackSpec> {
  return readNamed(reading, node, 'deadline', (entry) => {
    const fields = reading.fields(entry, 'a deadline', ['until', 'minus', 'law']);
    return defined({
      until: reading.requiredText(fields, 'until', entry, 'a deadline'),
      minus: reading.requiredText(fields, 'minus', entry, 'a deadline'),
      law: reading.text(fields.get('law'), '`law`'),
    });
  });
}

/** Read views of related records. */
export function readViews(reading: Reading, node: YamlNode | undefined): Named<ViewSpec> {
  return readNamed(reading, node, 'view', (entry) => {
    const fields = reading.fields(entry, 'a view', ['source', 'changedBy']);
    return {
      source: reading.requiredText(fields, 'source', entry, 'a view'),
      changedBy: reading.requiredText(fields, 'changedBy', entry, 'a view'),
    };
  });
}

/** Decision tables that the process asks. */
export function readDecisions(reading: Reading, node: YamlNode | undefined): Named<DecisionUse> {
  return readNamed(reading, node, 'decision', (entry) => {
    const fields = reading.fields(entry, 'a decision', ['table', 'with']);
    return {
      table: reading.requiredText(fields, 'table', entry, 'a decision'),
      with: readExpressions(reading, fields.get('with'), '`with`'),
    };
  });
}

function readNamed<T>(
  reading: Reading,
  node: YamlNode | undefined,
  what: string,
  read: (entry: YamlNode) => T,
): Named<T> {
  return Object.fromEntries(
    reading.named(node, `\`${what}s\``).map(([name, entry]) => {
      reading.checkName(name, entry, `the ${what}`);
      return [name, read(entry)];
    }),
  );
}

function requireKeys(reading: Reading, entry: YamlNode, fields: Fields, keys: readonly string[]): void {
  for (const key of keys) {
    if (fields.has(key) || !entry.isMap) continue;
    reading.report('missing-key', entry, `the declaration lacks the key \`${key}\``, `Add \`${key}: …\`.`);
  }
}

function jsonOf(fields: Fields, key: string): Json | undefined {
  return fields.get(key)?.json();
}
