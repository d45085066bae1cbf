import type { Json, JsonObject } from '../definition/language.js';
import type { Result } from '../definition/problem.js';
import { ProblemList } from '../definition/problem-list.js';
import { suggest } from '../definition/suggest.js';
import { parameterFault } from '../values/parameter-fault.js';
import { type DecisionDefinition, type DecisionRule, lineIn } from './decision.js';
import { type CellTest, compileCell } from './unary-test.js';

/** A rule with its cells parsed, in the order of the table's inputs; null where anything will do. */
interface ReadyRule {
  readonly rule: DecisionRule;
  readonly tests: readonly (CellTest | null)[];
}

/** A table ready to be asked: its cells are parsed and its thresholds are known. */
export interface DecisionTable {
  readonly definition: DecisionDefinition;
  /** Names of the inputs in the order of the file. */
  readonly columns: readonly string[];
  /** Thresholds by name, regional values merged in. */
  readonly parameters: JsonObject;
  /** Whether the cell of that rule accepts the value; both count from 0. */
  accepts(rule: number, column: number, value: Json): boolean;
}

/** Makes a table ready with the thresholds of a region; a threshold outside what the law allows is refused. */
export function decisionTable(definition: DecisionDefinition, overrides: JsonObject = {}): Result<DecisionTable> {
  const problems = new ProblemList(definition.file);
  const names = Object.keys(definition.parameters);
  for (const [name, value] of Object.entries(overrides)) {
    const spec = definition.parameters[name];
    const fault =
      spec === undefined
        ? {
            code: 'unknown-name',
            message: `the table ${definition.decision} has no parameter \`${name}\``,
            hint: suggest(name, names, 'Remove it from the configuration.'),
          }
        : parameterFault(name, value, spec);
    if (fault !== null) problems.add(fault.code, lineIn(definition, `/parameters/${name}`), fault.message, fault.hint);
  }
  if (!problems.isEmpty) return { ok: false, problems: problems.all };
  const defaults = Object.fromEntries(names.map((name) => [name, definition.parameters[name]?.default ?? null]));
  return { ok: true, value: new ReadyTable(definition, { ...defaults, ...overrides }) };
}

class ReadyTable implements DecisionTable {
  readonly columns: readonly string[];
  private readonly rules: readonly ReadyRule[];
  private readonly values: readonly Json[];

  constructor(
    readonly definition: DecisionDefinition,
    readonly parameters: JsonObject,
  ) {
    const names = Object.keys(definition.parameters);
    this.columns = Object.keys(definition.inputs);
    this.values = names.map((name) => parameters[name] ?? null);
    this.rules = definition.rules.map((rule) => ({
      rule,
      tests: this.columns.map((column) => {
        const text = rule.when[column];
        return text === undefined || text === '-' ? null : compileCell(text, names);
      }),
    }));
  }

  accepts(rule: number, column: number, value: Json): boolean {
    const test = this.rules[rule]?.tests[column];
    return test === null || test?.(value, this.values) === true;
  }
}
