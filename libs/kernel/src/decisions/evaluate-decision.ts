import type { Json, JsonObject } from '../definition/language.js';
import type { Problem, Result } from '../definition/problem.js';
import { suggest } from '../definition/suggest.js';
import { isOfType, TYPE_EXAMPLES } from '../values/value-type.js';
import type { DecisionDefinition, DecisionInput } from './decision.js';
import type { DecisionTable } from './decision-table.js';
import { showInputs, showValue } from './show-value.js';

/** What a table answered, and by which rules. */
export interface DecisionAnswer {
  /** The outputs of the rule; a list of them where all rules that hold are collected. */
  readonly output: Json;
  /** Numbers of the rules that counted, from 1 on, as a reader of the table counts them. */
  readonly rules: readonly number[];
}

/** Asks a table. A value outside the declared domain, no rule, or two of a `unique` table, is a problem. */
export function evaluateDecision(table: DecisionTable, inputs: JsonObject): Result<DecisionAnswer> {
  const { definition } = table;
  const faults = inputFaults(table, inputs);
  if (faults.length > 0) return { ok: false, problems: faults };
  const hits = definition.rules.flatMap((_rule, index) => (holds(table, index, inputs) ? [index] : []));
  if (definition.hit === 'collect') return answer(table, hits);
  const [first] = hits;
  if (first === undefined)
    return {
      ok: false,
      problems: [problemOf(definition, 'decision-gap', `no rule covers ${showInputs(definition, inputs)}`)],
    };
  if (definition.hit === 'unique' && hits.length > 1)
    return {
      ok: false,
      problems: [
        problemOf(
          definition,
          'decision-overlap',
          `${showInputs(definition, inputs)} hits the rules ${hits.map((hit) => hit + 1).join(' and ')}`,
        ),
      ],
    };
  return answer(table, [first]);
}

function holds(table: DecisionTable, rule: number, inputs: JsonObject): boolean {
  return table.columns.every((name, column) => table.accepts(rule, column, inputs[name] ?? null));
}

function answer({ definition }: DecisionTable, hits: readonly number[]): Result<DecisionAnswer> {
  const outputs = hits.map((hit): Json => definition.rules[hit]?.then ?? {});
  const output = definition.hit === 'collect' ? outputs : (outputs[0] ?? null);
  return { ok: true, value: { output, rules: hits.map((hit) => hit + 1) } };
}

function inputFaults({ definition, columns }: DecisionTable, inputs: JsonObject): readonly Problem[] {
  const unknown = Object.keys(inputs)
    .filter((name) => !columns.includes(name))
    .map((name) => ({
      ...problemOf(definition, 'unknown-name', `the table has no input \`${name}\``),
      hint: suggest(name, columns, 'Leave it out.'),
    }));
  return [
    ...unknown,
    ...Object.entries(definition.inputs).flatMap(([name, input]) => {
      const message = domainFault(name, input, inputs[name] ?? null);
      return message === null ? [] : [problemOf(definition, 'outside-domain', message)];
    }),
  ];
}

function domainFault(name: string, input: DecisionInput, value: Json): string | null {
  if (!isOfType(value, input.type)) return `\`${name}\` is ${JSON.stringify(value)}, not ${TYPE_EXAMPLES[input.type]}`;
  const isInside =
    typeof value === 'number'
      ? value >= (input.min ?? -Number.MAX_SAFE_INTEGER) && value <= (input.max ?? Number.MAX_SAFE_INTEGER)
      : typeof value !== 'string' || input.enum?.includes(value) === true;
  return isInside ? null : `\`${name}\` is ${showValue(input, value)}, outside the domain that the table declares`;
}

function problemOf(definition: DecisionDefinition, code: string, message: string): Problem {
  return {
    code,
    file: definition.file,
    line: 1,
    message: `the table ${definition.decision}: ${message}`,
    hint: 'Correct the value, or the table and its declared domains.',
  };
}
