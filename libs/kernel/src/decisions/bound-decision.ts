import type { Json, JsonObject, ProcessDefinition } from '../definition/language.js';
import { decisionVocabulary } from '../definition/vocabulary.js';
import { compileExpression } from '../expressions/compile-expression.js';
import type { Expression } from '../expressions/expression.js';
import type { Scope } from '../expressions/scope.js';
import type { DecisionOutcome } from '../step/step.types.js';
import { evaluateDecision } from './evaluate-decision.js';
import type { DecisionTable } from './decision-table.js';

/** A table as a process asks it; `table` is null where the process was compiled without it. */
export interface BoundDecision {
  readonly name: string;
  readonly table: DecisionTable | null;
  readonly inputs: { readonly [input: string]: Expression };
}

export type BoundDecisions = ReadonlyMap<string, BoundDecision>;

/** Ties the tables of a checked definition to the expressions that feed them. */
export function bindDecisions(
  definition: ProcessDefinition,
  tables: ReadonlyMap<string, DecisionTable>,
): BoundDecisions {
  const vocabulary = decisionVocabulary(definition);
  const uses = Object.entries(definition.decisions ?? {});
  return new Map(
    uses.map(([name, use]) => {
      const inputs = Object.entries(use.with).flatMap(([input, text]): [string, Expression][] => {
        const compiled = compileExpression(text, { vocabulary, hasOutput: false, hasStep: false });
        return compiled.ok ? [[input, compiled.expression]] : [];
      });
      return [name, { name, table: tables.get(use.table) ?? null, inputs: Object.fromEntries(inputs) }];
    }),
  );
}

/** The questions that one step puts to its tables. What a history has recorded is not computed again. */
export class DecisionRun {
  private readonly asked = new Map<string, DecisionOutcome>();
  private readonly recorded: ReadonlyMap<string, DecisionOutcome>;

  constructor(
    private readonly bound: BoundDecisions,
    recorded: readonly DecisionOutcome[],
    private readonly onProblem: (message: string) => Json,
  ) {
    this.recorded = new Map(recorded.map((outcome) => [keyOf(outcome.name, outcome.inputs), outcome]));
  }

  get outcomes(): readonly DecisionOutcome[] {
    return [...this.asked.values()];
  }

  /** The answer for the values as they are now; null while an input is not set. */
  read(name: string, scope: Scope): Json {
    const decision = this.bound.get(name);
    if (decision === undefined) return null;
    const inputs = Object.fromEntries(
      Object.entries(decision.inputs).map(([input, expression]) => [input, expression.evaluate(scope) ?? null]),
    );
    const key = keyOf(name, inputs);
    const known = this.asked.get(key) ?? this.recorded.get(key) ?? this.ask(decision, inputs);
    if (known === null) return null;
    this.asked.set(key, known);
    return known.output;
  }

  private ask({ name, table }: BoundDecision, inputs: JsonObject): DecisionOutcome | null {
    if (Object.values(inputs).includes(null)) return null;
    if (table === null) return this.refuse(`the table of the decision \`${name}\` is not at hand`);
    const answer = evaluateDecision(table, inputs);
    if (!answer.ok) return this.refuse(`the decision \`${name}\`: ${answer.problems[0]?.message ?? ''}`);
    return { name, table: table.definition.decision, inputs, ...answer.value };
  }

  private refuse(message: string): null {
    this.onProblem(message);
    return null;
  }
}

/** Inputs come in the order of the definition, recorded ones in whatever order a database gives them. */
function keyOf(name: string, inputs: JsonObject): string {
  return JSON.stringify([name, ...Object.entries(inputs).sort(([a], [b]) => (a < b ? -1 : 1))]);
}
