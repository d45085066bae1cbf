import type { DecisionTable } from '../decisions/decision-table.js';
import { evaluateDecision } from '../decisions/evaluate-decision.js';
import type { Json, ProcessDefinition } from '../definition/language.js';
import type { Scope } from '../expressions/scope.js';
import { ReferenceRefusal, type ReferenceValues } from './reference-values.js';

/** Asks decision tables anew at every reading; null while an input is not set. */
export class ReferenceDecisions {
  constructor(
    private readonly definition: ProcessDefinition,
    private readonly tables: ReadonlyMap<string, DecisionTable>,
    private readonly values: ReferenceValues,
  ) {}

  read(name: string, scope: Scope): Json {
    const use = this.definition.decisions?.[name];
    if (use === undefined) return null;
    const inputs = this.values.all(use.with, scope);
    if (Object.values(inputs).includes(null)) return null;
    const table = this.tables.get(use.table);
    const answer = table === undefined ? null : evaluateDecision(table, inputs);
    if (answer?.ok !== true) throw new ReferenceRefusal('bad-decision');
    return answer.value.output;
  }
}
