import type { Json, JsonObject } from '../definition/language.js';
import type { Problem } from '../definition/problem.js';
import { ProblemList } from '../definition/problem-list.js';
import { lineIn } from './decision.js';
import type { DecisionTable } from './decision-table.js';
import { type DomainClass, domainClasses } from './domain-classes.js';
import { showInputs, showValue } from './show-value.js';
import { analyseCell, type Operand } from './unary-test.js';

/** Beyond this many combinations a table is too tangled to be proved; no readable table comes near. */
const MAX_CASES = 200_000;

/** One combination of values, and the rules that hold for it, from 0 on. */
interface Finding {
  readonly inputs: JsonObject;
  readonly rules: readonly number[];
}

interface Findings {
  readonly gap: Finding | null;
  /** One example for each set of rules that hold together. */
  readonly overlaps: readonly Finding[];
  /** Rules that count for some case. */
  readonly used: ReadonlySet<number>;
  readonly complete: boolean;
}

/**
 * Gaps, overlaps and rules that never count, over the declared domains. Exact: each domain is cut where a cell
 * names a border, and all combinations of the pieces are looked at. Every finding has an example.
 */
export function checkDecision(table: DecisionTable): Problem[] {
  const { definition } = table;
  const problems = new ProblemList(definition.file);
  const { gap, overlaps, used, complete } = new CaseWalk(table).run();
  addReversed(table, problems);
  if (!problems.isEmpty) return [...problems.all];
  if (!complete)
    problems.add(
      'decision-too-large',
      1,
      `the table ${definition.decision} has more than ${MAX_CASES} kinds of case, too many to be proved`,
      'Split it into two tables.',
    );
  if (gap !== null)
    problems.add(
      'decision-gap',
      definition.lines['/rules'] ?? 1,
      `no rule of the table ${definition.decision} covers ${showInputs(definition, gap.inputs)}`,
      'Add a rule for it, widen one, or narrow the declared domain.',
    );
  for (const { inputs, rules } of overlaps)
    problems.add(
      'decision-overlap',
      definition.rules[rules.at(-1) ?? 0]?.line ?? 1,
      `in the table ${definition.decision} ${showInputs(definition, inputs)} hits the rules ${listed(rules)}`,
      'Narrow one of them, or choose `hit: first` if their order shall decide.',
    );
  definition.rules.forEach((rule, index) => {
    if (complete && !used.has(index))
      problems.add(
        'dead-rule',
        rule.line,
        `rule ${index + 1} of the table ${definition.decision} never counts: ${whyDead(table, index)}`,
        'Remove it, widen its cells, or move it up.',
      );
  });
  return [...problems.all];
}

function addReversed(table: DecisionTable, problems: ProblemList): void {
  const { definition } = table;
  for (const { rule, input, low, high } of reversedIntervals(table))
    problems.add(
      'reversed-interval',
      lineIn(definition, `/rules/${rule}/when/${input}`),
      `rule ${rule + 1} of the table ${definition.decision} has an interval of \`${input}\` from ${low} to ${high}, which ends before it begins`,
      'Exchange the borders, or give the parameters in it values that ascend.',
    );
}

interface ReversedInterval {
  readonly rule: number;
  readonly input: string;
  readonly low: string;
  readonly high: string;
}

function reversedIntervals({ definition, parameters }: DecisionTable): readonly ReversedInterval[] {
  const names = Object.keys(definition.parameters);
  const valueOf = (operand: Operand): Json =>
    operand.kind === 'literal' ? operand.value : (parameters[operand.name] ?? null);
  return definition.rules.flatMap(({ when }, rule) =>
    Object.entries(when).flatMap(([input, text]) =>
      analyseCell(text, names).intervals.flatMap(([from, to]) => {
        const [low, high] = [valueOf(from), valueOf(to)];
        if (typeof low !== 'number' || typeof high !== 'number' || low <= high) return [];
        const column = definition.inputs[input];
        return [{ rule, input, low: showValue(column, low), high: showValue(column, high) }];
      }),
    ),
  );
}

function listed(rules: readonly number[]): string {
  const numbers = rules.map((rule) => rule + 1);
  return `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1) ?? ''}`;
}

function whyDead(table: DecisionTable, rule: number): string {
  const empty = table.columns.find(
    (_name, column) => !domainClasses(table, column).some(({ rules }) => rules.has(rule)),
  );
  return empty === undefined ? 'rules above it take every case' : `no value of \`${empty}\` passes its cell`;
}

/** Walks the inputs one by one; what the rest can still find depends only on the rules that are alive. */
class CaseWalk {
  private readonly columns: readonly (readonly DomainClass[])[];
  private readonly seen = new Set<string>();
  private readonly overlaps = new Map<string, Finding>();
  private readonly used = new Set<number>();
  private gap: Finding | null = null;

  constructor(private readonly table: DecisionTable) {
    this.columns = table.columns.map((_name, column) => domainClasses(table, column));
  }

  run(): Findings {
    this.visit(
      0,
      this.table.definition.rules.map((_rule, index) => index),
      [],
    );
    return { gap: this.gap, overlaps: this.minimalOverlaps(), used: this.used, complete: this.seen.size < MAX_CASES };
  }

  private visit(column: number, alive: readonly number[], path: readonly Json[]): void {
    const key = `${column}:${alive.join()}`;
    if (this.seen.has(key) || this.seen.size >= MAX_CASES) return;
    this.seen.add(key);
    const classes = this.columns[column];
    if (classes === undefined || alive.length === 0) return this.note(alive, path);
    for (const { example, rules } of classes)
      this.visit(
        column + 1,
        alive.filter((rule) => rules.has(rule)),
        [...path, example],
      );
  }

  private note(rules: readonly number[], path: readonly Json[]): void {
    const { hit } = this.table.definition;
    const [first] = rules;
    if (first === undefined) {
      if (hit !== 'collect') this.gap ??= { inputs: this.inputsOf(path), rules };
      return;
    }
    for (const rule of hit === 'first' ? [first] : rules) this.used.add(rule);
    if (hit === 'unique' && rules.length > 1) this.overlaps.set(rules.join(), { inputs: this.inputsOf(path), rules });
  }

  /** A pair that overlaps in many places is told once, with the fewest rules. */
  private minimalOverlaps(): readonly Finding[] {
    const told: Finding[] = [];
    for (const finding of [...this.overlaps.values()].sort((a, b) => a.rules.length - b.rules.length)) {
      if (!told.some(({ rules }) => rules.every((rule) => finding.rules.includes(rule)))) told.push(finding);
    }
    return told;
  }

  /** Inputs that the walk did not come to are free: the first value of each speaks for them. */
  private inputsOf(path: readonly Json[]): JsonObject {
    return Object.fromEntries(
      this.table.columns.map((name, column) => [name, path[column] ?? this.columns[column]?.[0]?.example ?? null]),
    );
  }
}
