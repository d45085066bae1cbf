import { type Json, VALUE_TYPES } from '../definition/language.js';
import type { Result } from '../definition/problem.js';
import type { ProblemList } from '../definition/problem-list.js';
import { readParameters } from '../definition/read-declarations.js';
import { defined, type Fields, Reading } from '../definition/reading.js';
import { openYaml, type YamlNode } from '../definition/yaml-node.js';
import { checkTable } from './check-table.js';
import {
  DECISION_INPUT_TYPES,
  type DecisionDefinition,
  type DecisionInput,
  type DecisionOutput,
  type DecisionRule,
  HIT_POLICIES,
} from './decision.js';

const TABLE_KEYS = ['decision', 'title', 'law', 'hit', 'parameters', 'inputs', 'outputs', 'rules'] as const;
const TABLE_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Reads a decision table from YAML text. Whether it has gaps or overlaps is a question for `checkDecision`. */
export function parseDecision(source: string, file: string): Result<DecisionDefinition> {
  const { root, lines, problems } = openYaml(source, file);
  if (!problems.isEmpty) return { ok: false, problems: problems.all };
  const read = readTable(new Reading(problems), root, file);
  const definition = { ...read, lines: Object.fromEntries(lines) };
  if (isClean(problems)) checkTable(definition, problems);
  return isClean(problems) ? { ok: true, value: definition } : { ok: false, problems: problems.all };
}

/** Asked again after reading: the list has grown meanwhile. */
function isClean(problems: ProblemList): boolean {
  return problems.isEmpty;
}

function readTable(reading: Reading, node: YamlNode, file: string): Omit<DecisionDefinition, 'lines'> {
  const fields = reading.fields(node, 'a decision table', TABLE_KEYS);
  const inputs = readInputs(reading, fields.get('inputs'));
  return {
    decision: readName(reading, fields, node),
    title: reading.localized(fields.get('title')) ?? { zh: reading.requiredText(fields, 'title', node, 'the table') },
    law: reading.texts(fields.get('law'), '`law`'),
    hit: reading.oneOf(fields.get('hit'), '`hit`', HIT_POLICIES) ?? 'unique',
    parameters: readParameters(reading, fields.get('parameters')),
    inputs,
    outputs: readOutputs(reading, fields.get('outputs')),
    rules: (fields.get('rules')?.items() ?? []).map((rule) => readRule(reading, rule, inputs)),
    file,
  };
}

function readName(reading: Reading, fields: Fields, node: YamlNode): string {
  const name = reading.requiredText(fields, 'decision', node, 'the table');
  const at = fields.get('decision');
  if (at !== undefined && name !== '' && !TABLE_NAME.test(name))
    reading.report(
      'bad-name',
      at,
      `\`${name}\` is no name of a table`,
      'Use small letters, digits and hyphens, like `procurement-method`.',
    );
  return name;
}

function readInputs(reading: Reading, node: YamlNode | undefined): DecisionDefinition['inputs'] {
  return Object.fromEntries(
    reading.named(node, '`inputs`').map(([name, entry]) => {
      reading.checkName(name, entry, 'the input');
      return [name, readInput(reading, entry)];
    }),
  );
}

function readInput(reading: Reading, entry: YamlNode): DecisionInput {
  const fields = reading.fields(entry, 'an input', ['type', 'enum', 'min', 'max', 'title']);
  reading.requiredText(fields, 'type', entry, 'the input');
  return defined({
    type: reading.oneOf(fields.get('type'), 'the type of an input', DECISION_INPUT_TYPES) ?? 'integer',
    enum: fields.has('enum') ? reading.texts(fields.get('enum'), 'a value of `enum`') : undefined,
    min: readBorder(reading, fields.get('min'), '`min`'),
    max: readBorder(reading, fields.get('max'), '`max`'),
    title: reading.localized(fields.get('title')),
  });
}

function readBorder(reading: Reading, node: YamlNode | undefined, what: string): number | undefined {
  if (node === undefined) return undefined;
  const value = node.scalar();
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  reading.report('wrong-type', node, `${what} must be a whole number`, 'Money is a whole number of fen.');
  return undefined;
}

function readOutputs(reading: Reading, node: YamlNode | undefined): DecisionDefinition['outputs'] {
  return Object.fromEntries(
    reading.named(node, '`outputs`').map(([name, entry]) => {
      reading.checkName(name, entry, 'the output');
      return [name, readOutput(reading, entry)];
    }),
  );
}

function readOutput(reading: Reading, entry: YamlNode): DecisionOutput {
  const fields = reading.fields(entry, 'an output', ['type', 'enum', 'title']);
  reading.requiredText(fields, 'type', entry, 'the output');
  return defined({
    type: reading.oneOf(fields.get('type'), 'the type of an output', VALUE_TYPES) ?? 'object',
    enum: fields
      .get('enum')
      ?.items()
      .map((item) => item.json()),
    title: reading.localized(fields.get('title')),
  });
}

function readRule(reading: Reading, node: YamlNode, inputs: DecisionDefinition['inputs']): DecisionRule {
  const fields = reading.fields(node, 'a rule', ['when', 'then', 'law', 'note']);
  const cells = reading.named(fields.get('when'), '`when`');
  return defined({
    when: Object.fromEntries(cells.map(([name, cell]) => [name, readCell(cell, inputs[name])])),
    then: readAnswers(reading, fields, node),
    law: reading.text(fields.get('law'), '`law`'),
    note: reading.text(fields.get('note'), '`note`'),
    line: node.line,
  });
}

function readAnswers(reading: Reading, fields: Fields, node: YamlNode): { readonly [output: string]: Json } {
  if (!fields.has('then') && node.isMap)
    reading.report('missing-key', node, 'the rule lacks the key `then`', 'Add `then: { … }`: what the table answers.');
  return Object.fromEntries(reading.named(fields.get('then'), '`then`').map(([name, value]) => [name, value.json()]));
}

/** A cell as FEEL: a list means any of its tests, a text that the input's `enum` lists means itself. */
function readCell(cell: YamlNode, input: DecisionInput | undefined): string {
  if (cell.isList)
    return cell
      .items()
      .map((item) => readCell(item, input))
      .join(', ');
  const value = cell.scalar();
  if (typeof value !== 'string') return String(value ?? '-');
  return input?.enum?.includes(value) === true ? JSON.stringify(value) : value.trim();
}
