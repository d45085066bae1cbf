import type { Json, JsonObject, ProcessDefinition } from '../definition/language.js';
import { vocabularyOf, withBound } from '../definition/vocabulary.js';
import { compileExpression } from '../expressions/compile-expression.js';
import type { Expression } from '../expressions/expression.js';
import type { Scope } from '../expressions/scope.js';
import type { StepProblem } from '../step/step.types.js';

/** The step is refused for this reason. */
export class ReferenceRefusal extends Error {
  constructor(readonly code: StepProblem['code']) {
    super(code);
  }
}

/** Evaluates the expressions of a definition; only FEEL itself is shared with the kernel. */
export class ReferenceValues {
  private readonly parsed = new Map<string, Expression>();

  constructor(private readonly definition: ProcessDefinition) {}

  guard(text: string | undefined, scope: Scope): boolean {
    if (text === undefined) return true;
    const value = this.expression(text).evaluate(scope);
    if (typeof value !== 'boolean') throw new ReferenceRefusal('guard-null');
    return value;
  }

  value(text: string, scope: Scope, bound?: string): Json {
    const value = this.expression(text, bound).evaluate(scope);
    if (value === undefined) throw new ReferenceRefusal('bad-assign');
    return value;
  }

  all(texts: { readonly [name: string]: string }, scope: Scope, bound?: string): JsonObject {
    return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, this.value(text, scope, bound)]));
  }

  private expression(text: string, bound = ''): Expression {
    const key = `${bound} ${text}`;
    const known = this.parsed.get(key);
    if (known !== undefined) return known;
    const compiled = compileExpression(text, {
      vocabulary: withBound(vocabularyOf(this.definition), bound === '' ? undefined : bound),
      hasOutput: true,
      hasChildren: true,
      hasStep: true,
    });
    if (!compiled.ok) throw new TypeError(`not an expression: ${text}`);
    this.parsed.set(key, compiled.expression);
    return compiled.expression;
  }
}
