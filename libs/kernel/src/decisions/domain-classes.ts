import type { Json } from '../definition/language.js';
import type { DecisionInput } from './decision.js';
import type { DecisionTable } from './decision-table.js';
import { analyseCell } from './unary-test.js';

/** Values of one input that every rule of the table treats alike. */
export interface DomainClass {
  /** One of them, the roundest. */
  readonly example: Json;
  /** Numbers of the rules whose cell accepts them, from 0 on. */
  readonly rules: ReadonlySet<number>;
}

/**
 * Cuts the domain of an input into classes. Exact: between two neighbouring borders that the cells name
 * every test answers alike, so one value speaks for all.
 */
export function domainClasses(table: DecisionTable, column: number): readonly DomainClass[] {
  const input = table.definition.inputs[table.columns[column] ?? ''];
  if (input === undefined) return [];
  const classes = new Map<string, DomainClass>();
  for (const example of examplesOf(table, column, input)) {
    const accepting = table.definition.rules.flatMap((_rule, index) =>
      table.accepts(index, column, example) ? [index] : [],
    );
    const key = accepting.join();
    if (!classes.has(key)) classes.set(key, { example, rules: new Set(accepting) });
  }
  return [...classes.values()];
}

/** Values of an input: every border that the cells name, and one between each two. */
export function examplesOf(table: DecisionTable, column: number, input: DecisionInput): readonly Json[] {
  if (input.type === 'boolean') return [false, true];
  if (input.type === 'string') return input.enum ?? [];
  const min = input.min ?? -Number.MAX_SAFE_INTEGER;
  const max = input.max ?? Number.MAX_SAFE_INTEGER;
  const borders = bordersOf(table, column).filter((border) => border >= min && border <= max);
  const points = [...new Set([min, ...borders, max])].sort((a, b) => a - b);
  return points.flatMap((point, index) => {
    const next = points[index + 1];
    return next === undefined || next - point < 2 ? [point] : [point, roundest(point + 1, next - 1)];
  });
}

/** Numbers that the cells of a column name. */
export function bordersOf({ definition, columns, parameters }: DecisionTable, column: number): readonly number[] {
  const names = Object.keys(definition.parameters);
  return definition.rules.flatMap((rule) => {
    const text = rule.when[columns[column] ?? ''];
    if (text === undefined) return [];
    return analyseCell(text, names).operands.flatMap((operand) => {
      const value = operand.kind === 'literal' ? operand.value : parameters[operand.name];
      return typeof value === 'number' ? [value] : [];
    });
  });
}

/** The number between the two with most zeros at its end, because people read it. */
function roundest(low: number, high: number): number {
  if (low <= 0 && high >= 0) return 0;
  for (let step = 10 ** 15; step > 1; step /= 10) {
    const candidate = Math.ceil(low / step) * step;
    if (candidate <= high && Number.isSafeInteger(candidate)) return candidate + 0;
  }
  return low;
}
