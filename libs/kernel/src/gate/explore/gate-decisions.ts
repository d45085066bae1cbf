import type { DecisionInput } from '../../decisions/decision.js';
import type { DecisionTable } from '../../decisions/decision-table.js';
import { bordersOf, examplesOf } from '../../decisions/domain-classes.js';
import { evaluateDecision } from '../../decisions/evaluate-decision.js';
import type { Json, JsonObject, ProcessDefinition } from '../../definition/language.js';

/** What feeds one column of a table. */
export interface Feed {
  readonly text: string;
  readonly input: DecisionInput;
  /** Values that the rules tell apart. */
  readonly constants: readonly Json[];
}

/** More ways to ask a table are not tried one by one. */
const MAX_QUESTIONS = 400;

/** The decision tables that a process asks, as far as they are at hand. */
export class GateDecisions {
  constructor(
    private readonly definition: ProcessDefinition,
    private readonly tables: ReadonlyMap<string, DecisionTable>,
  ) {}

  has(name: string): boolean {
    return this.tableOf(name) !== undefined;
  }

  /** Texts by input. */
  inputsOf(name: string): { readonly [input: string]: string } {
    return this.definition.decisions?.[name]?.with ?? {};
  }

  get feeds(): readonly Feed[] {
    return Object.entries(this.definition.decisions ?? {}).flatMap(([name, use]) => {
      const table = this.tableOf(name);
      if (table === undefined) return [];
      return table.columns.flatMap((column, at) => {
        const [text, input] = [use.with[column], table.definition.inputs[column]];
        if (text === undefined || input === undefined) return [];
        return [{ text, input, constants: input.enum ?? bordersOf(table, at) }];
      });
    });
  }

  /** What a member of an answer may be, e.g. of `route.method`. */
  outputsOf(name: string, member: string): readonly Json[] {
    const rules = this.tableOf(name)?.definition.rules ?? [];
    return [...new Set(rules.flatMap(({ then }) => then[member] ?? []))];
  }

  /** The answer; undefined where the kernel would refuse to ask. */
  answer(name: string, inputs: JsonObject): Json | undefined {
    if (Object.values(inputs).includes(null)) return null;
    const table = this.tableOf(name);
    const answer = table === undefined ? null : evaluateDecision(table, inputs);
    return answer?.ok === true ? answer.value.output : undefined;
  }

  /** Every answer where some inputs may be anything; where there are too many ways to ask, that of every rule. */
  answers(name: string, known: JsonObject): readonly [Json, ...Json[]] {
    const table = this.tableOf(name);
    const questions = table === undefined ? null : questionsTo(table, known);
    const answers = questions?.flatMap((question) => this.answer(name, question) ?? []);
    const any = table?.definition.rules.map(({ then }) => then) ?? [];
    const [first, ...rest] = new Map((answers ?? any).map((answer) => [JSON.stringify(answer), answer])).values();
    return [first ?? null, ...rest];
  }

  private tableOf(name: string): DecisionTable | undefined {
    const use = this.definition.decisions?.[name];
    return use === undefined ? undefined : this.tables.get(use.table);
  }
}

function questionsTo(table: DecisionTable, known: JsonObject): readonly JsonObject[] | null {
  let questions: readonly JsonObject[] = [known];
  for (const [at, column] of table.columns.entries()) {
    const input = table.definition.inputs[column];
    if (column in known || input === undefined) continue;
    const examples = examplesOf(table, at, input);
    if (questions.length * examples.length > MAX_QUESTIONS) return null;
    questions = questions.flatMap((question) => examples.map((value) => ({ ...question, [column]: value })));
  }
  return questions;
}
