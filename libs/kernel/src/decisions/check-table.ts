import { checkParameters, isReserved } from '../definition/check/declarations.check.js';
import type { Json } from '../definition/language.js';
import type { ProblemList } from '../definition/problem-list.js';
import { suggest } from '../definition/suggest.js';
import { isOfType, TYPE_EXAMPLES } from '../values/value-type.js';
import { type DecisionDefinition, type DecisionInput, type DecisionRule, lineIn } from './decision.js';
import { analyseCell, type Operand } from './unary-test.js';

type Add = (code: string, pointer: string, message: string, hint: string) => void;

/** That a table is whole in itself: names, domains, cells and answers of the declared types. */
export function checkTable(definition: DecisionDefinition, problems: ProblemList): void {
  const add: Add = (code, pointer, message, hint) => problems.add(code, lineIn(definition, pointer), message, hint);
  checkParameters(definition.parameters, (pointer) => lineIn(definition, pointer), problems);
  checkColumns(definition, add);
  for (const [name, input] of Object.entries(definition.inputs)) checkDomain(name, input, add);
  if (definition.rules.length === 0) add('missing-key', '', 'the table has no rules', 'Add `rules: [ … ]`.');
  definition.rules.forEach((rule, index) => {
    checkCells(definition, rule, `/rules/${index}`, add);
    checkAnswers(definition, rule, `/rules/${index}`, add);
  });
}

function checkColumns(definition: DecisionDefinition, add: Add): void {
  const seen = new Map<string, string>();
  for (const group of ['inputs', 'parameters'] as const) {
    for (const name of Object.keys(definition[group])) {
      const other = seen.get(name);
      if (other !== undefined)
        add('name-taken', `/${group}/${name}`, `\`${name}\` is declared under \`${other}\` already`, 'Rename one.');
      if (isReserved(name))
        add('reserved-name', `/${group}/${name}`, `\`${name}\` is a word of FEEL`, `Choose a longer name.`);
      seen.set(name, group);
    }
  }
  for (const group of ['inputs', 'outputs'] as const) {
    if (Object.keys(definition[group]).length === 0)
      add('missing-key', '', `the table has no ${group}`, `Add \`${group}:\` with at least one column.`);
  }
}

function checkDomain(name: string, input: DecisionInput, add: Add): void {
  const at = `/inputs/${name}`;
  if (input.type === 'string') checkList(name, input, at, add);
  else if (input.enum !== undefined)
    add('wrong-shape', at, `only a text has \`enum\`, and \`${name}\` is a ${input.type}`, 'Use `min` and `max`.');
  if (isNumber(input)) checkRange(name, input, at, add);
  else if (input.min !== undefined || input.max !== undefined)
    add('wrong-shape', at, `\`${name}\` is a ${input.type} and has no \`min\` or \`max\``, 'Remove them.');
}

function checkList(name: string, input: DecisionInput, at: string, add: Add): void {
  if (input.enum !== undefined && input.enum.length > 0) return;
  add(
    'open-domain',
    at,
    `the text \`${name}\` has no list of its values`,
    'Add `enum: [ … ]`: only a closed list can be checked for gaps.',
  );
}

function checkRange(name: string, { min, max }: DecisionInput, at: string, add: Add): void {
  if (min === undefined || max === undefined || min <= max) return;
  add('wrong-shape', at, `\`min\` of \`${name}\` is greater than its \`max\``, 'Exchange them.');
}

function isNumber({ type }: DecisionInput): boolean {
  return type === 'integer' || type === 'money';
}

function checkCells(definition: DecisionDefinition, rule: DecisionRule, at: string, add: Add): void {
  const names = Object.keys(definition.inputs);
  for (const [name, text] of Object.entries(rule.when)) {
    const pointer = `${at}/when/${name}`;
    const input = definition.inputs[name];
    if (input === undefined) {
      add(
        'unknown-name',
        pointer,
        `the table has no input \`${name}\``,
        suggest(name, names, 'Declare it under `inputs`.'),
      );
      continue;
    }
    for (const message of cellFaults(definition, input, text))
      add(
        'bad-cell',
        pointer,
        `the cell ${JSON.stringify(text)} of \`${name}\` is not accepted: ${message}`,
        CELL_HINTS[input.type],
      );
  }
}

const CELL_HINTS = {
  integer: 'Write tests like `5`, `< 5`, `[5..10)`, `not(5)`, or `-` for anything.',
  money: 'Write tests on whole fen like `< 5000000`, `[low..high)` with parameters of the table, or `-` for anything.',
  boolean: 'Write `true`, `false`, or `-` for anything.',
  string: 'Write values of its `enum`, a list of them, `not("…")`, or `-` for anything.',
} as const;

function cellFaults(definition: DecisionDefinition, input: DecisionInput, text: string): readonly string[] {
  const { refusal, operands, orders } = analyseCell(text, Object.keys(definition.parameters));
  if (refusal !== null) return [refusal];
  if (orders && !isNumber(input)) return [`a ${input.type} has no order`];
  return operands.flatMap((operand) => operandFault(definition, input, operand) ?? []);
}

function operandFault(definition: DecisionDefinition, input: DecisionInput, operand: Operand): string | null {
  if (operand.kind === 'literal') return literalFault(input, operand.value);
  const spec = definition.parameters[operand.name];
  if (spec === undefined)
    return `the table has no parameter \`${operand.name}\`. ${suggest(operand.name, [...Object.keys(definition.parameters), ...(input.enum ?? [])], '')}`.trim();
  return spec.type === input.type ? null : `the parameter \`${operand.name}\` is a ${spec.type}, not a ${input.type}`;
}

function literalFault(input: DecisionInput, value: Json): string | null {
  if (!isOfType(value, input.type)) return `${JSON.stringify(value)} is not a ${input.type}`;
  if (typeof value !== 'string' || input.enum?.includes(value) === true) return null;
  return `its \`enum\` does not list ${JSON.stringify(value)}. ${suggest(value, input.enum ?? [], '')}`.trim();
}

function checkAnswers(definition: DecisionDefinition, rule: DecisionRule, at: string, add: Add): void {
  const names = Object.keys(definition.outputs);
  for (const name of names) {
    if (!(name in rule.then))
      add(
        'missing-key',
        `${at}/then`,
        `the rule says nothing about the output \`${name}\``,
        `Add \`${name}\` to \`then\`.`,
      );
  }
  for (const [name, value] of Object.entries(rule.then)) {
    const output = definition.outputs[name];
    const pointer = `${at}/then/${name}`;
    if (output === undefined)
      add(
        'unknown-name',
        pointer,
        `the table has no output \`${name}\``,
        suggest(name, names, 'Declare it under `outputs`.'),
      );
    else if (!isOfType(value, output.type))
      add(
        'wrong-type',
        pointer,
        `\`${name}\` is ${JSON.stringify(value)}, not a ${output.type}`,
        `Write ${TYPE_EXAMPLES[output.type]}.`,
      );
    else if (output.enum !== undefined && !output.enum.includes(value))
      add(
        'wrong-type',
        pointer,
        `\`${name}\` cannot be ${JSON.stringify(value)}`,
        `Choose one of ${JSON.stringify(output.enum)}.`,
      );
  }
}
