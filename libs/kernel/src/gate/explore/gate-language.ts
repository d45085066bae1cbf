import type { DecisionTable } from '../../decisions/decision-table.js';
import { type DefinitionIndex, expressionsOf, pointerOf } from '../../definition/definition-index.js';
import { vocabularyOf } from '../../definition/vocabulary.js';
import { compileExpression } from '../../expressions/compile-expression.js';
import type { Expression } from '../../expressions/expression.js';
import type { Vocabulary } from '../../expressions/scope.js';
import { ReferenceTree } from '../../reference/reference-tree.js';
import { GateDecisions } from './gate-decisions.js';
import { returnableStates } from './returnable.js';
import { type Atom, Terms } from './terms.js';
import { ValueFlow } from './value-flow.js';

/** An expression with what the gate wants to know of it. */
export interface ReadExpression {
  readonly text: string;
  readonly expression: Expression;
  readonly terms: readonly string[];
  readonly atoms: readonly Atom[];
  readonly elapsed: readonly string[];
}

/** True, false, or both. */
export type Verdicts = readonly [boolean, ...boolean[]];

/** A definition made ready for exploring: its tree, its expressions, and which values matter. */
export class GateLanguage {
  readonly tree: ReferenceTree;
  readonly decisions: GateDecisions;
  readonly flow: ValueFlow;
  /** Deadlines that some guard asks for by `elapsed`. */
  readonly askedDeadlines: ReadonlySet<string>;
  /** States to which a task may be returned. */
  readonly returnable: ReadonlySet<string>;
  private readonly vocabulary: Vocabulary;
  private readonly judged = new Map<string, Verdicts>();
  private readonly read = new Map<string, ReadExpression | null>();

  constructor(
    readonly index: DefinitionIndex,
    tables: ReadonlyMap<string, DecisionTable>,
  ) {
    this.decisions = new GateDecisions(index.definition, tables);
    this.tree = new ReferenceTree(index.definition);
    this.flow = new ValueFlow(index, this.decisions);
    this.returnable = returnableStates(index);
    this.vocabulary = vocabularyOf(index.definition);
    const expressions = [...index.states.values()].flatMap(expressionsOf);
    this.askedDeadlines = new Set(expressions.flatMap(({ text }) => this.expression(text)?.elapsed ?? []));
  }

  /** What a guard can come to, computed once. */
  verdicts(key: string, compute: () => Verdicts): Verdicts {
    const known = this.judged.get(key);
    if (known !== undefined) return known;
    const made = compute();
    this.judged.set(key, made);
    return made;
  }

  /** YAML line of a part of a state. */
  lineOf(state: string, pointer: string): number {
    return this.index.lineOf(`${pointerOf(state)}${pointer}`);
  }

  /** The date variable for which a deadline waits, or from which it is counted back. */
  dateOf(deadline: string): string {
    return this.index.definition.deadlines?.[deadline]?.until ?? deadline;
  }

  /** The parsed expression; null when it is none, which other checks report. */
  expression(text: string): ReadExpression | null {
    const known = this.read.get(text);
    if (known !== undefined) return known;
    const made = this.parse(text);
    this.read.set(text, made);
    return made;
  }

  private parse(text: string): ReadExpression | null {
    const compiled = compileExpression(text, {
      vocabulary: this.vocabulary,
      hasOutput: true,
      hasChildren: true,
      hasStep: true,
    });
    if (!compiled.ok) return null;
    const terms = new Terms(text);
    const { expression, analysis } = compiled;
    return { text, expression, terms: terms.all, atoms: terms.atoms, elapsed: analysis.elapsed };
  }
}
